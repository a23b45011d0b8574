package dev.lathe.samples.train.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.samples.train.text.NextCharacter.Numbers;
import dev.lathe.samples.train.text.NextCharacter.Reading;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NextCharacterTest {
    private final Tokens text =
            Tokens.of(IntStream.range(0, 1_201).map(place -> place % 4).toArray(), 0, 1_201);

    @Test
    void costsTheLogarithmOfTheVocabularyWhereNothingIsKnown() {
        NextCharacter ignorant =
                (_, sequence, state, _) ->
                        new Reading(new Numbers(new float[sequence * 4]), new Numbers(state));

        assertThat(ignorant.bitsPerCharacter(text)).isCloseTo(2, within(1e-9));
    }

    @Test
    void costsNothingWhereTheNextCharacterIsCertain() {
        NextCharacter certain =
                (tokens, sequence, state, _) -> {
                    var logits = new float[sequence * 4];
                    for (int place = 0; place < sequence; place++) {
                        logits[place * 4 + (int) (tokens[place] + 1) % 4] = 1_000;
                    }
                    return new Reading(new Numbers(logits), new Numbers(state));
                };

        assertThat(certain.bitsPerCharacter(text)).isCloseTo(0, within(1e-9));
    }
}
