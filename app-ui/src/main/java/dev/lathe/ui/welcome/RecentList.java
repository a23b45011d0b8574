package dev.lathe.ui.welcome;

import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.settings.RecentFiles;
import dev.lathe.ui.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The files that were opened last; those that are gone are marked.
final class RecentList extends VBox {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private final Workbench workbench;
    private final RecentFiles recent;
    private final Texts texts;

    RecentList(Workbench workbench, RecentFiles recent, Texts texts) {
        this.workbench = workbench;
        this.recent = recent;
        this.texts = texts;
        setId("recent-files");
        getStyleClass().add("recent-files");
        recent.list().addListener((InvalidationListener) _ -> update());
        workbench.openProperty().subscribe(_ -> update());
        update();
    }

    private void update() {
        if (recent.list().isEmpty()) {
            var none = new Label();
            none.getStyleClass().add("recent-none");
            none.textProperty().bind(texts.text("welcome.recent.none"));
            getChildren().setAll(none);
            return;
        }
        getChildren().clear();
        for (int i = 0; i < recent.list().size(); i++) {
            getChildren().add(row(recent.list().get(i), i));
        }
    }

    private Node row(Path file, int position) {
        boolean missing = !Files.exists(file);
        var open = openButton(file, position, missing);
        HBox.setHgrow(open, Priority.ALWAYS);
        var forget =
                IconButtons.of(
                        "recent-forget-" + position,
                        Feather.X,
                        texts.text("welcome.recent.forget"));
        forget.getStyleClass().add("recent-forget");
        forget.setOnAction(_ -> recent.remove(file));
        var row = new HBox(open, forget);
        row.getStyleClass().add("recent-row");
        return row;
    }

    private Button openButton(Path file, int position, boolean missing) {
        var name = new Label(String.valueOf(file.getFileName()));
        name.getStyleClass().add("recent-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var folder = new Label(String.valueOf(file.getParent()));
        folder.getStyleClass().add("recent-folder");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        folder.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(folder, Priority.ALWAYS);
        var state = new Label();
        state.getStyleClass().add("recent-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        if (missing) {
            state.textProperty().bind(texts.text("welcome.recent.missing"));
        } else if (position < 9) {
            state.textProperty().bind(texts.text("welcome.recent.key", position + 1));
        }
        var content = new HBox(new FontIcon(Feather.FILE), name, folder, state);
        content.getStyleClass().add("recent-content");
        var button = new Button(file.toString());
        button.setId("recent-" + position);
        button.getStyleClass().addAll("flat", "recent-open");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(content);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setTooltip(new Tooltip(file.toString()));
        content.prefWidthProperty().bind(button.widthProperty().subtract(24));
        content.pseudoClassStateChanged(MISSING, missing);
        button.setOnAction(_ -> workbench.open(file));
        return button;
    }
}
