package dev.lathe.app.tour;

import dev.lathe.model.work.AtomicFile;
import dev.lathe.ui.settings.Appearance;
import dev.lathe.ui.settings.Language;
import dev.lathe.ui.settings.Preferences;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;

/// Takes pictures of the window: each view in light and dark, English and Chinese.
final class Photographer {
    private final Guide guide;
    private final Preferences preferences;
    private final Path folder;
    private int taken;

    Photographer(Guide guide, Preferences preferences, Path folder) {
        this.guide = guide;
        this.preferences = preferences;
        this.folder = folder;
    }

    /// Takes the four pictures of what the window shows now.
    void take(String name) throws TourException, IOException, InterruptedException {
        taken++;
        for (Language language : new Language[] {Language.CHINESE, Language.ENGLISH}) {
            for (Appearance appearance : new Appearance[] {Appearance.DARK, Appearance.LIGHT}) {
                Guide.onFx(() -> {
                    preferences.languageProperty().set(language);
                    preferences.appearanceProperty().set(appearance);
                    return true;
                });
                guide.settle();
                write(fileName(name, language, appearance));
            }
        }
    }

    private String fileName(String name, Language language, Appearance appearance) {
        return "%02d-%s-%s-%s.png"
                .formatted(
                        taken,
                        name,
                        language == Language.CHINESE ? "zh" : "en",
                        appearance == Appearance.DARK ? "dark" : "light");
    }

    private void write(String fileName) throws TourException, IOException, InterruptedException {
        var image = Guide.onFx(() -> SwingFXUtils.fromFXImage(guide.scene().snapshot(null), null));
        AtomicFile.write(folder.resolve(fileName), stream -> ImageIO.write(image, "png", stream));
    }
}
