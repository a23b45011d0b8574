package dev.lathe.resources.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperatorBookTest {
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private final OperatorBook book = new OperatorBook();

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(book.keys(ZH)).isEqualTo(book.keys(Locale.ENGLISH));
    }

    @Test
    void noWordsAreEmpty() {
        for (Locale locale : List.of(Locale.ENGLISH, ZH)) {
            var suffix = locale.equals(ZH) ? "_zh_CN" : "";
            var words = TextTable.read("operators" + suffix + ".properties");

            assertThat(words).allSatisfy((_, text) -> assertThat(text).isNotBlank());
        }
    }

    @Test
    void everyFormulaAndAliasBelongsToAnOperatorWithWords() {
        var keys = book.keys(Locale.ENGLISH);

        assertThat(keys).containsAll(TextTable.read("formulas.properties").keySet());
        assertThat(keys).containsAll(TextTable.read("aliases.properties").values());
        assertThat(keys).doesNotContainAnyElementsOf(TextTable.read("aliases.properties").keySet());
    }

    @Test
    void everyStandardOperatorIsExplainedWithItsAttributes() {
        for (String operator : standard()) {
            var page = book.page("", operator, Locale.ENGLISH);
            var signature = book.signature("", operator, 0).orElseThrow();

            assertThat(page).as(operator).isPresent();
            assertThat(signature.attributes())
                    .allSatisfy(attribute ->
                            assertThat(page.get().meaning(attribute.name()))
                                    .as("%s@%s", operator, attribute.name())
                                    .isPresent());
        }
    }

    @Test
    void theFormOfAnOperatorIsThatOfTheOperatorSet() {
        var old = book.signature("", "Slice", 9).orElseThrow();
        var later = book.signature("", "Slice", 13).orElseThrow();

        assertThat(old.attributes())
                .containsExactly(
                        new AttributeFact("axes", Presence.OPTIONAL, Optional.empty()),
                        new AttributeFact("ends", Presence.REQUIRED, Optional.empty()),
                        new AttributeFact("starts", Presence.REQUIRED, Optional.empty()));
        assertThat(later.attributes()).isEmpty();
        assertThat(later.input(3)).contains("axes");
    }

    @Test
    void defaultsAreGivenAsPeopleReadThem() {
        var rnn = book.signature("", "RNN", 14).orElseThrow();

        assertThat(rnn.attributes())
                .contains(
                        new AttributeFact(
                                "activations", Presence.OPTIONAL, Optional.of("[Tanh, Tanh]")),
                        new AttributeFact("direction", Presence.OPTIONAL, Optional.of("forward")));
    }

    @Test
    void theLastOfManyInputsGoesOn() {
        assertThat(book.signature("", "Concat", 13).orElseThrow().input(7)).contains("inputs");
    }

    @Test
    void anOperatorOfTensorFlowLiteSharesTheWordsOfItsTwin() {
        var page = book.page("tflite", "LEAKY_RELU", Locale.ENGLISH).orElseThrow();

        assertThat(page.summary())
                .isEqualTo(book.page("", "LeakyRelu", Locale.ENGLISH).orElseThrow().summary());
        assertThat(page.formula()).isPresent();
        assertThat(page.meaning("alpha")).contains("the slope for negative elements");
        assertThat(page.meaning("fused_activation_function")).isPresent();
    }

    @Test
    void nothingIsSaidOfOperatorsThatAreNotKnown() {
        assertThat(book.page("my.company", "Conv", Locale.ENGLISH)).isEmpty();
        assertThat(book.signature("my.company", "Conv", 1)).isEmpty();
    }

    private List<String> standard() {
        return book.operators().stream()
                .filter(key -> key.indexOf('.') < 0)
                .collect(Collectors.toList());
    }
}
