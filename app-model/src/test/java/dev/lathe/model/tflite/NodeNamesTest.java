package dev.lathe.model.tflite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeNamesTest {

    @Test
    void namesAnOperatorAfterTheOperationThatItIs() {
        assertThat(
                        NodeNames.of(
                                List.of("CONV_2D", "FULLY_CONNECTED", "SOFTMAX"),
                                List.of(
                                        "net/relu/Relu;net/bn/FusedBatchNormV3;net/conv/Conv2D1",
                                        "net/dense/MatMul;net/dense/BiasAdd",
                                        "Identity")))
                .containsExactly("net/conv/Conv2D1", "net/dense/MatMul", "Identity");
    }

    @Test
    void namesAnOperatorAfterThePlaceInTheModelWhereNoOperationIsCalledLikeIt() {
        assertThat(NodeNames.of(List.of("MUL"), List.of("3;net/LayerNorm_0;XlaCallModule")))
                .containsExactly("net/LayerNorm_0");
    }

    @Test
    void putsOperatorsOfOnePlaceUnderIt() {
        assertThat(
                        NodeNames.of(
                                List.of("MEAN", "SUB", "SUB"),
                                List.of("net/LayerNorm;", "net/LayerNorm;1", "net/LayerNorm;2")))
                .containsExactly("net/LayerNorm/MEAN", "net/LayerNorm/SUB", "net/LayerNorm/SUB_1");
    }

    @Test
    void leavesAnOperatorWithoutOutputsUnnamed() {
        assertThat(NodeNames.of(List.of("CALL_ONCE"), List.of(""))).containsExactly("");
    }
}
