package dev.lathe.ui.welcome;

import dev.lathe.resources.Samples;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.settings.RecentFiles;
import dev.lathe.ui.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Samples, recent files and ways to open a model.
public final class WelcomeView extends ScrollPane {
    private final Workbench workbench;
    private final Texts texts;

    /// The welcome screen.
    ///
    /// @param open asks for a file and opens it
    public WelcomeView(Workbench workbench, RecentFiles recent, Runnable open, Texts texts) {
        this.workbench = workbench;
        this.texts = texts;
        setId("welcome");
        getStyleClass().addAll("edge-to-edge", "welcome");
        setFitToWidth(true);
        setFitToHeight(true);
        var column =
                new VBox(
                        header(open),
                        heading(texts.text("welcome.samples")),
                        samples(),
                        heading(texts.text("welcome.recent")),
                        new RecentList(workbench, recent, texts));
        column.getStyleClass().add("welcome-column");
        var centred = new HBox(column);
        centred.getStyleClass().add("welcome-page");
        HBox.setHgrow(column, Priority.ALWAYS);
        setContent(centred);
    }

    private Node header(Runnable open) {
        var title = new Label();
        title.getStyleClass().add("welcome-title");
        title.textProperty().bind(texts.text("app.name"));
        var subtitle = new Label();
        subtitle.getStyleClass().add("welcome-subtitle");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(Region.USE_PREF_SIZE);
        subtitle.textProperty().bind(texts.text("welcome.subtitle"));
        var words = new VBox(title, subtitle);
        words.getStyleClass().add("welcome-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var button = new Button();
        button.setId("welcome-open");
        button.setDefaultButton(true);
        button.setGraphic(new FontIcon(Feather.FOLDER));
        button.textProperty().bind(texts.text("welcome.open"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> open.run());
        var hint = new Label();
        hint.getStyleClass().add("welcome-hint");
        hint.setMinWidth(Region.USE_PREF_SIZE);
        hint.textProperty().bind(texts.text("welcome.drop"));
        var action = new VBox(button, hint);
        action.getStyleClass().add("welcome-action");
        var header = new HBox(words, action);
        header.getStyleClass().add("welcome-header");
        return header;
    }

    private Node samples() {
        var cards = new FlowPane();
        cards.getStyleClass().add("welcome-cards");
        Samples.all()
                .forEach(sample ->
                        cards.getChildren().add(new SampleCard(sample, workbench, texts)));
        return cards;
    }

    private static Label heading(ObservableValue<String> text) {
        var label = new Label();
        label.getStyleClass().add("welcome-heading");
        label.textProperty().bind(text);
        return label;
    }
}
