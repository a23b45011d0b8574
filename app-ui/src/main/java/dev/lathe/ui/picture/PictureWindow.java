package dev.lathe.ui.picture;

import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The small window that writes pictures; the graph can be used beside it.
public final class PictureWindow {
    private static final double WIDTH = 440;

    /// Room for all sentences, so that nothing moves when one appears.
    private static final double HEIGHT = 470;

    private final PictureViewModel model;
    private final Supplier<String> name;
    private final PathChooser paths;
    private final Consumer<Path> onShow;
    private final Consumer<Scene> style;
    private final Texts texts;
    private @Nullable Stage stage;

    /// A window that is not shown yet.
    ///
    /// @param name the name of the model that is open
    /// @param onShow shows a folder
    /// @param style styles the scene of the window
    public PictureWindow(
            PictureViewModel model,
            Supplier<String> name,
            PathChooser paths,
            Consumer<Path> onShow,
            Consumer<Scene> style,
            Texts texts) {
        this.model = model;
        this.name = name;
        this.paths = paths;
        this.onShow = onShow;
        this.style = style;
        this.texts = texts;
    }

    /// Shows the window over another, or brings it to the front.
    public void show(Window owner) {
        var shown = stage;
        if (shown == null) {
            shown = make(owner);
            stage = shown;
        }
        model.usePalette();
        shown.show();
        shown.toFront();
    }

    private Stage make(Window owner) {
        var made = new Stage();
        made.initOwner(owner);
        made.initModality(Modality.NONE);
        made.titleProperty().bind(texts.text("picture.title"));
        made.setResizable(false);
        var view = new PictureView(model, name, paths, onShow, texts);
        view.setPrefSize(WIDTH, HEIGHT);
        var scene = new Scene(view);
        style.accept(scene);
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        made.hide();
                    }
                });
        made.setScene(scene);
        made.setX(owner.getX() + Math.max(0, (owner.getWidth() - WIDTH) / 2));
        made.setY(owner.getY() + 96);
        return made;
    }
}
