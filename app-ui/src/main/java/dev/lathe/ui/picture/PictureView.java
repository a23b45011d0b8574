package dev.lathe.ui.picture;

import dev.lathe.ui.form.ApplyBar;
import dev.lathe.ui.form.CountField;
import dev.lathe.ui.form.Form;
import dev.lathe.ui.form.Notice;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.PathChooser.Request;
import dev.lathe.ui.form.ProgressRow;
import dev.lathe.ui.form.Segments;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What goes into a picture, how large and in which colours, and the button that writes it.
final class PictureView extends VBox {
    private static final int LEAST_PERCENT = 1;
    private static final int LEAST_WIDTH = 16;

    private final PictureViewModel model;

    private final PathChooser paths;
    private final Texts texts;

    /// @param name the name of the model that the picture is of
    /// @param onShow shows a folder
    PictureView(
            PictureViewModel model,
            Supplier<String> name,
            PathChooser paths,
            Consumer<Path> onShow,
            Texts texts) {
        this.model = model;
        this.paths = paths;
        this.texts = texts;
        setId("picture");
        getStyleClass().addAll("pane-content", "picture");
        var obstacle = model.obstacle();
        getChildren()
                .setAll(
                        form(),
                        new ApplyBar(
                                "picture-write",
                                texts.text("picture.write"),
                                obstacle,
                                () -> write(name.get())),
                        new ProgressRow(
                                "picture-progress",
                                model.runningProperty(),
                                model.progressProperty(),
                                texts.text("picture.running"),
                                texts.text("job.cancel"),
                                model::cancel),
                        new Notice("picture-failure", Notice.Kind.ERROR, model.failureProperty()),
                        done(onShow));
    }

    private Form form() {
        var size = new Label();
        size.setId("picture-size");
        size.getStyleClass().add("figure");
        size.textProperty().bind(model.size());
        return new Form()
                .row(
                        texts.text("picture.part"),
                        new Segments<>(
                                "picture-part",
                                List.of(PicturePart.values()),
                                model.partProperty(),
                                part -> texts.text(part.messageKey())))
                .row(
                        texts.text("picture.format"),
                        new Segments<>(
                                "picture-format",
                                List.of(PictureFormat.values()),
                                model.formatProperty(),
                                format -> texts.text(format.messageKey())))
                .field(
                        texts.text("picture.scale"),
                        new CountField("picture-scale", percent(), LEAST_PERCENT))
                .field(texts.text("picture.width"), widthField())
                .row(texts.text("picture.pixels"), size)
                .row(
                        texts.text("picture.theme"),
                        new Segments<>(
                                "picture-theme",
                                List.of(KindPalette.values()),
                                model.paletteProperty(),
                                theme -> texts.text(themeKey(theme))))
                .wide(transparent());
    }

    /// The scale as a percentage.
    private IntegerProperty percent() {
        var percent = new SimpleIntegerProperty(this, "percent");
        model.scaleProperty()
                .subscribe(scale -> percent.set((int) Math.round(scale.doubleValue() * 100)));
        percent.subscribe((before, now) -> {
            if (now.longValue() != Math.round(model.scaleProperty().get() * 100)) {
                model.scaleProperty().set(now.doubleValue() / 100);
            }
        });
        return percent;
    }

    private CountField widthField() {
        var field = new CountField("picture-width", width(), LEAST_WIDTH);
        field.setPrefColumnCount(8);
        return field;
    }

    /// The width in pixels, which follows the scale and sets it.
    private IntegerProperty width() {
        var width = new SimpleIntegerProperty(this, "width", LEAST_WIDTH);
        var frame = model.frame();
        frame.subscribe(now -> now.ifPresent(f -> width.set((int) Math.min(f.width(), 1 << 30))));
        width.subscribe(pixels -> model.setWidth(pixels.longValue()));
        return width;
    }

    private CheckBox transparent() {
        var box = new CheckBox();
        box.setId("picture-transparent");
        box.textProperty().bind(texts.text("picture.transparent"));
        box.selectedProperty().bindBidirectional(model.transparentProperty());
        return box;
    }

    private Node done(Consumer<Path> onShow) {
        var words =
                Bindings.createStringBinding(
                        () ->
                                model.writtenProperty()
                                        .get()
                                        .map(file -> texts.now("picture.written", file))
                                        .orElse(""),
                        model.writtenProperty(),
                        texts.messagesProperty());
        var show = new Button();
        show.setId("picture-show");
        show.textProperty().bind(texts.text("picture.show"));
        show.setOnAction(_ ->
                model.writtenProperty()
                        .get()
                        .map(file -> file.toAbsolutePath().getParent())
                        .ifPresent(onShow));
        var box = new VBox(new Notice("picture-written", Notice.Kind.SUCCESS, words), show);
        box.getStyleClass().add("pane-part");
        box.visibleProperty().bind(words.isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void write(String name) {
        var format = model.formatProperty().get();
        paths.saveFile(
                        new Request(
                                texts.now("picture.title"),
                                texts.now(format.messageKey()),
                                List.of("*" + format.ending()),
                                model.suggestedName(name)))
                .ifPresent(model::write);
    }

    private static String themeKey(KindPalette palette) {
        return switch (palette) {
            case LIGHT -> "settings.appearance.light";
            case DARK -> "settings.appearance.dark";
        };
    }
}
