package dev.lathe.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void numbersInNamesSortAsNumbers() {
        var names = List.of("block.10/a", "block.9/b", "Block.9/a", "block", "block.09/a");

        assertThat(names.stream().sorted(NaturalOrder.INSTANCE))
                .containsExactly("block", "Block.9/a", "block.09/a", "block.9/b", "block.10/a");
    }

    @Test
    void numbersOfAnyLengthHaveAnOrder() {
        var names = List.of("v99999999999999999999999", "v100000000000000000000000", "v5");

        assertThat(names.stream().sorted(NaturalOrder.INSTANCE))
                .containsExactly("v5", "v99999999999999999999999", "v100000000000000000000000");
    }
}
