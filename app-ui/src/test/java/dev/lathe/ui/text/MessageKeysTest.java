package dev.lathe.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.resources.Messages;
import dev.lathe.resources.Sample;
import dev.lathe.resources.Samples;
import dev.lathe.ui.settings.Appearance;
import dev.lathe.ui.settings.Language;
import dev.lathe.ui.theme.OperatorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageKeysTest {
    /// A literal that is the first argument of what looks up a message.
    private static final Pattern USE =
            Pattern.compile(
                    "(?:texts\\.(?:text|now)|\\btext|\\bnow)\\(\\s*\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");

    private final Messages english = Messages.in(Locale.ENGLISH);

    @Test
    void everyKeyInTheSourcesHasAMessage() throws IOException {
        var used = keysInSources();

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(used).allMatch(english::has);
    }

    @Test
    void everyKeyThatIsMadeOfAConstantHasAMessage() {
        var keys =
                Stream.of(
                                Arrays.stream(OperatorKind.values()).map(OperatorKind::messageKey),
                                Arrays.stream(Appearance.values()).map(Appearance::messageKey),
                                Arrays.stream(Language.values()).map(Language::messageKey),
                                Samples.all().stream().map(Sample::titleKey),
                                Samples.all().stream().map(Sample::textKey))
                        .flatMap(stream -> stream)
                        .toList();

        assertThat(keys).allMatch(english::has);
    }

    private static Set<String> keysInSources() throws IOException {
        var keys = new TreeSet<String>();
        for (Path file : sources()) {
            var matcher = USE.matcher(Files.readString(file));
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
        }
        return keys;
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toList());
        }
    }
}
