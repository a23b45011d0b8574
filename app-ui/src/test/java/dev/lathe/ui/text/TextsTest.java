package dev.lathe.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.MissingResourceException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = new Texts(Locale.ENGLISH);

    @Test
    void aTextFollowsTheLanguage() {
        var cancel = texts.text("job.cancel");
        assertThat(cancel.get()).isEqualTo("Cancel");

        texts.switchTo(Locale.SIMPLIFIED_CHINESE);

        assertThat(cancel.get()).isEqualTo("取消");
    }

    @Test
    void anyChineseLocaleReadsChineseAndAnUnknownOneEnglish() {
        texts.switchTo(Locale.TRADITIONAL_CHINESE);
        assertThat(texts.locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);

        texts.switchTo(Locale.FRENCH);
        assertThat(texts.locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void refusesAKeyThatHasNoMessage() {
        Assertions.assertThatThrownBy(() -> texts.now("no.such.key"))
                .isInstanceOf(MissingResourceException.class);
    }
}
