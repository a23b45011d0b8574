package dev.lathe.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigFolderTest {
    private static final Path HOME = Path.of("home");

    @Test
    void linuxKeepsToTheXdgFolders() {
        assertThat(ConfigFolder.of("Linux", HOME, Map.of()).config())
                .isEqualTo(Path.of("home/.config/lathe"));
        assertThat(ConfigFolder.of("Linux", HOME, Map.of("XDG_CACHE_HOME", "fast")).cache())
                .isEqualTo(Path.of("fast/lathe"));
    }

    @Test
    void windowsAndMacHaveTheirOwn() {
        assertThat(ConfigFolder.of("Windows 11", HOME, Map.of("APPDATA", "roaming")).config())
                .isEqualTo(Path.of("roaming/Lathe"));
        assertThat(ConfigFolder.of("Mac OS X", HOME, Map.of()).config())
                .isEqualTo(Path.of("home/Library/Application Support/Lathe"));
    }
}
