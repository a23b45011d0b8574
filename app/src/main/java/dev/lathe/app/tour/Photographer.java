package dev.lathe.app.tour;

import dev.lathe.model.work.AtomicFile;
import dev.lathe.ui.settings.Appearance;
import dev.lathe.ui.settings.Language;
import dev.lathe.ui.settings.Preferences;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Takes pictures of the window: each view in light and dark, English and Chinese.
final class Photographer {
    private final Guide guide;
    private final Preferences preferences;
    private final Path folder;
    private final Wait ready;
    private int taken;

    /// Waits for something.
    @FunctionalInterface
    interface Wait {
        void run() throws TourException, InterruptedException;
    }

    /// @param ready waits until the window is painted
    Photographer(Guide guide, Preferences preferences, Path folder, Wait ready) {
        this.guide = guide;
        this.ready = ready;
        this.preferences = preferences;
        this.folder = folder;
    }

    /// Takes the four pictures of what the window shows now.
    void take(String name) throws TourException, IOException, InterruptedException {
        taken++;
        for (Language language : new Language[] {Language.CHINESE, Language.ENGLISH}) {
            for (Appearance appearance : new Appearance[] {Appearance.DARK, Appearance.LIGHT}) {
                take(name, language, appearance);
            }
        }
    }

    /// Takes a picture of another window in each of the two themes, and closes it.
    void takeAndClose(String name, Stage other)
            throws TourException, IOException, InterruptedException {
        taken++;
        for (Appearance appearance : new Appearance[] {Appearance.DARK, Appearance.LIGHT}) {
            Guide.onFx(() -> {
                preferences.appearanceProperty().set(appearance);
                return true;
            });
            guide.settle();
            write(fileName(name, Language.ENGLISH, appearance), other.getScene());
        }
        Guide.onFx(() -> {
            other.close();
            return true;
        });
        guide.settle();
    }

    /// Takes two pictures of what the window shows now: Chinese and dark, English and light.
    void glance(String name) throws TourException, IOException, InterruptedException {
        taken++;
        take(name, Language.CHINESE, Appearance.DARK);
        take(name, Language.ENGLISH, Appearance.LIGHT);
    }

    private void take(String name, Language language, Appearance appearance)
            throws TourException, IOException, InterruptedException {
        Guide.onFx(() -> {
            preferences.languageProperty().set(language);
            preferences.appearanceProperty().set(appearance);
            return true;
        });
        guide.settle();
        ready.run();
        write(fileName(name, language, appearance), guide.scene());
    }

    private String fileName(String name, Language language, Appearance appearance) {
        return "%02d-%s-%s-%s.png"
                .formatted(
                        taken,
                        name,
                        language == Language.CHINESE ? "zh" : "en",
                        appearance == Appearance.DARK ? "dark" : "light");
    }

    private void write(String fileName, Scene scene)
            throws TourException, IOException, InterruptedException {
        var image = Guide.onFx(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        AtomicFile.write(folder.resolve(fileName), stream -> ImageIO.write(image, "png", stream));
    }
}
