package dev.lathe.ui.welcome;

import dev.lathe.resources.Sample;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A sample that a click opens.
final class SampleCard extends Button {

    SampleCard(Sample sample, Workbench workbench, Texts texts) {
        setId("sample-" + sample.id());
        getStyleClass().addAll("flat", "sample-card");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        textProperty().bind(texts.text(sample.titleKey()));
        var title = new Label();
        title.getStyleClass().add("sample-title");
        title.textProperty().bind(texts.text(sample.titleKey()));
        var icon = new FontIcon(sample.data().isPresent() ? Feather.IMAGE : Feather.TYPE);
        icon.getStyleClass().add("sample-icon");
        var head = new HBox(icon, title);
        head.getStyleClass().add("sample-head");
        var text = new Label();
        text.getStyleClass().add("sample-text");
        text.setWrapText(true);
        text.textProperty().bind(texts.text(sample.textKey()));
        var content = new VBox(head, text);
        content.getStyleClass().add("sample-content");
        setGraphic(content);
        setOnAction(_ -> workbench.openSample(sample));
    }
}
