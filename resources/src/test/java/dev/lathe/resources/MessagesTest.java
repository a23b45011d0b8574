package dev.lathe.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final String ENGLISH = "messages.properties";
    private static final String CHINESE = "messages_zh_CN.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(new TreeSet<>(load(CHINESE).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(load(ENGLISH).stringPropertyNames()));
    }

    @Test
    void bothLanguagesFillInTheSame() throws IOException {
        var chinese = load(CHINESE);
        load(ENGLISH)
                .forEach((key, english) ->
                        assertThat(placeholders(chinese.getProperty((String) key)))
                                .as("%s", key)
                                .isEqualTo(placeholders((String) english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void everyMessageIsAFormatWithoutLostApostrophes(String file) throws IOException {
        load(file)
                .forEach((key, message) -> {
                    assertThat((String) message).as("%s", key).doesNotContain("'");
                    assertThat(new MessageFormat((String) message, Locale.ROOT)).isNotNull();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void noKeyIsThereTwice(String file) throws IOException {
        try (var stream = MessagesTest.class.getResourceAsStream(file)) {
            var text =
                    new String(
                            Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            var keys =
                    text.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .toList();

            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void aHoleIsFilled() {
        assertThat(Messages.in(Locale.ENGLISH).text("session.opened", "a.onnx"))
                .isEqualTo("Opened a.onnx");
    }

    private static Set<String> placeholders(String message) {
        var found = new TreeSet<String>();
        var matcher = PLACEHOLDER.matcher(message);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties load(String file) throws IOException {
        var properties = new Properties();
        try (var stream = MessagesTest.class.getResourceAsStream(file)) {
            properties.load(
                    new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
        }
        return properties;
    }
}
