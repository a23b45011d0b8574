package dev.lathe.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    @TempDir Path folder;
    private final List<String> heard = new ArrayList<>();

    @Test
    void aFirstStartHasTheDefaults() {
        var preferences = load();

        assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.SYSTEM);
        assertThat(preferences.recent().list()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void whatWasSavedIsThereAtTheNextStart() throws IOException, InterruptedException {
        var preferences = load();
        var layout = new WindowLayout(1600, 1000, 0.2, 0.25, 0.5);
        preferences.appearanceProperty().set(Appearance.DARK);
        preferences.languageProperty().set(Language.CHINESE);
        preferences.layoutProperty().set(layout);
        preferences.recent().add(Path.of("/models/a.onnx"));
        preferences.layerColumnsProperty().set(List.of("layers-name", "layers-macs"));
        preferences.recentCommandsProperty().set(List.of("graph.fit"));

        preferences.save();
        var again = load();

        assertThat(again.appearanceProperty().get()).isEqualTo(Appearance.DARK);
        assertThat(again.languageProperty().get()).isEqualTo(Language.CHINESE);
        assertThat(again.layoutProperty().get()).isEqualTo(layout);
        assertThat(again.recent().list())
                .containsExactly(Path.of("/models/a.onnx").toAbsolutePath());
        assertThat(again.layerColumnsProperty().get())
                .containsExactly("layers-name", "layers-macs");
        assertThat(again.recentCommandsProperty().get()).containsExactly("graph.fit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "nonsense"})
    void aDamagedFileGivesTheDefaultsAndASentence(String content) throws IOException {
        Files.writeString(folder.resolve("settings.json"), content);

        assertThat(load().appearanceProperty().get()).isEqualTo(Appearance.SYSTEM);

        assertThat(heard).singleElement().asString().contains("damaged");
    }

    @Test
    void oddMembersAreLeftOut() throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"appearance\": 7, \"language\": \"chinese\", \"layout\": {\"left\": -5}}");

        var preferences = load();

        assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.SYSTEM);
        assertThat(preferences.languageProperty().get()).isEqualTo(Language.CHINESE);
        assertThat(preferences.layoutProperty().get().left()).isEqualTo(0.08);
        assertThat(heard).isEmpty();
    }

    @Test
    void aRecentFileMovesToTheFront() {
        var recent = load().recent();
        recent.add(Path.of("/a"));
        recent.add(Path.of("/b"));

        recent.add(Path.of("/a"));

        assertThat(recent.list())
                .containsExactly(Path.of("/a").toAbsolutePath(), Path.of("/b").toAbsolutePath());
    }

    private Preferences load() {
        return Preferences.load(
                new SettingsFile(folder), failure -> heard.add(failure.getMessage()));
    }
}
