package dev.lathe.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.TensorContent.Sparse;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparseTensorTest {

    @Test
    void givesItsDenseElements() {
        var tensor = sparse(List.of(2L, 3L), 1f, 1, 2f, 5);

        assertThat(tensor.toFloats()).containsExactly(0, 1, 0, 0, 0, 2);
        assertThat(tensor.byteSize()).isEqualTo(24);
    }

    @Test
    void isNotMadeDenseWhenThatTakesTooMuchMemory() {
        assertThat(sparse(List.of(1_000_000L, 1_000_000L), 1f, 1).bytes()).isEmpty();
        assertThat(sparse(List.of(Long.MAX_VALUE, Long.MAX_VALUE), 1f, 1).bytes()).isEmpty();
    }

    private static Tensor sparse(List<Long> sizes, float... valuesAndPositions) {
        int count = valuesAndPositions.length / 2;
        var values = new float[count];
        var positions = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = valuesAndPositions[2 * i];
            positions[i] = (long) valuesAndPositions[2 * i + 1];
        }
        var content =
                new Sparse(
                        Tensor.ofFloats("", values, count).bytes().orElseThrow(),
                        Tensor.ofLongs("", positions, count).bytes().orElseThrow());
        return new Tensor("w", DataType.FLOAT, sizes, content, Extras.NONE);
    }
}
