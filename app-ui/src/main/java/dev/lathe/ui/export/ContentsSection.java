package dev.lathe.ui.export;

import dev.lathe.ui.form.Section;
import dev.lathe.ui.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What will be in the package.
final class ContentsSection extends VBox {

    ContentsSection(Texts texts) {
        var lines = new VBox();
        lines.setId("export-contents");
        lines.getStyleClass().add("contents");
        PackageContents.PARTS.forEach(part -> lines.getChildren().add(line(part, texts)));
        getChildren().setAll(new Section(texts.text("export.contents"), lines));
    }

    private static VBox line(PackagePart part, Texts texts) {
        var path = new Label(part.path());
        path.getStyleClass().add("contents-path");
        var what = new Label();
        what.getStyleClass().add("hint");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        what.textProperty().bind(texts.text("export.contents." + part.key()));
        path.setLabelFor(what);
        return new VBox(path, what);
    }
}
