package dev.lathe.ui.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.search.Field;
import dev.lathe.model.search.Match;
import dev.lathe.ui.graph.layout.TextMeasure;
import dev.lathe.ui.graph.search.Elision.Look;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ElisionTest {
    /// Each character is 10 wide.
    private static final TextMeasure MEASURE = (text, _) -> text.length() * 10.0;

    @Test
    void keepsATextThatFits() {
        assertThat(cut("abcdef", 60, new Match(Field.NAME, "abcdef", 2, 4))).isEqualTo("ab[cd]ef");
    }

    @Test
    void keepsTheEndOfATextWithoutMarks() {
        assertThat(cut("/model/layers/conv", 60)).isEqualTo("…/conv");
    }

    @Test
    void keepsTheMarkAndWhatFollowsIt() {
        var text = "/model/layers/conv/Conv_12";

        assertThat(cut(text, 90, new Match(Field.NAME, text, 7, 13))).isEqualTo("…[layers]/…");
        assertThat(cut(text, 140, new Match(Field.NAME, text, 14, 18)))
                .isEqualTo("…/[conv]/Conv_12");
    }

    @Test
    void marksSeveralParts() {
        var marks =
                List.of(
                        new Match(Field.NAME, "abcdefgh", 6, 7),
                        new Match(Field.NAME, "abcdefgh", 1, 3),
                        new Match(Field.NAME, "abcdefgh", 2, 4));

        assertThat(cut("abcdefgh", 80, marks.toArray(Match[]::new))).isEqualTo("a[bc][d]ef[g]h");
    }

    @Test
    void cutsAMarkThatIsTooLong() {
        assertThat(cut("abcdefgh", 50, new Match(Field.NAME, "abcdefgh", 0, 8)))
                .isEqualTo("[abcd]…");
    }

    private static String cut(String text, double width, Match... marks) {
        return Elision.of(text, List.of(marks), width, 10, MEASURE).parts().stream()
                .map(p -> p.look() == Look.MARKED ? "[" + p.text() + "]" : p.text())
                .collect(Collectors.joining());
    }
}
