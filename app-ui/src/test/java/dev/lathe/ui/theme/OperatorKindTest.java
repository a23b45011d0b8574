package dev.lathe.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Node;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorKindTest {
    @ParameterizedTest
    @CsvSource({
        "Conv, CONVOLUTION",
        "Gemm, MATRIX",
        "BatchNormalization, NORMALIZATION",
        "Relu, ACTIVATION",
        "MaxPool, POOLING",
        "Add, ELEMENTWISE",
        "Reshape, SHAPE",
        "ReduceMean, REDUCTION",
        "LSTM, RECURRENT",
        "QuantizeLinear, QUANTIZATION",
        "If, CONTROL_FLOW",
        "Constant, CONSTANT",
        "Frobnicate, OTHER"
    })
    void anOperatorHasAKind(String operator, OperatorKind kind) {
        var node = Node.of("n", operator, List.of("x"), List.of("y"));

        assertThat(OperatorKind.of(node)).isEqualTo(kind);
    }

    @Test
    void namesItsMessage() {
        assertThat(OperatorKind.CONTROL_FLOW.messageKey()).isEqualTo("graph.kind.control-flow");
    }
}
