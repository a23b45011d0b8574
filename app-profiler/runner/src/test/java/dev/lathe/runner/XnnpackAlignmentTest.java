package dev.lathe.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.runner.TfliteDelegates.Partition;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.tensorflowlite.global.tensorflowlite;
import org.junit.jupiter.api.Test;

class XnnpackAlignmentTest {
    private static final int ADD = tensorflowlite.kTfLiteBuiltinAdd;
    private static final int CONV = tensorflowlite.kTfLiteBuiltinConv2d;
    private static final int RELU = tensorflowlite.kTfLiteBuiltinRelu;
    private static final int PAD = tensorflowlite.kTfLiteBuiltinPad;
    private static final int RESHAPE = tensorflowlite.kTfLiteBuiltinReshape;
    private static final int DENSE = tensorflowlite.kTfLiteBuiltinFullyConnected;
    private static final int SPLIT = tensorflowlite.kTfLiteBuiltinSplit;

    private static final String ADD_OP = "Add (ND)";
    private static final String CLAMP_OP = "Clamp (NC)";
    private static final String CONV_OP = "Convolution (NHWC, F32) IGEMM";
    private static final String RESHAPE_OP = "Static Reshape (NC)";
    private static final String DENSE_OP = "Fully Connected (NC, F32) GEMM";
    private static final String COPY_OP = "Copy (NC, X32)";

    @Test
    void givesAFusedActivationToTheLayerBeforeIt() {
        assertThat(
                        XnnpackAlignment.align(
                                List.of(CONV_OP, ADD_OP, CLAMP_OP, CONV_OP),
                                partition(CONV, ADD, CONV)))
                .contains(List.of(0, 1, 1, 2));
    }

    @Test
    void givesAnActivationToTheLayerThatItIs() {
        assertThat(XnnpackAlignment.align(List.of(ADD_OP, CLAMP_OP), partition(ADD, RELU)))
                .contains(List.of(0, 1));
    }

    @Test
    void passesOverWhatIsFusedIntoANeighbour() {
        assertThat(XnnpackAlignment.align(List.of(CONV_OP), partition(PAD, CONV, RELU)))
                .contains(List.of(1));
    }

    @Test
    void givesAHelperToTheLayerAfterIt() {
        assertThat(
                        XnnpackAlignment.align(
                                List.of(RESHAPE_OP, RESHAPE_OP, DENSE_OP),
                                partition(RESHAPE, DENSE)))
                .contains(List.of(0, 1, 1));
    }

    @Test
    void givesAllPartsToALayerThatMakesSeveral() {
        assertThat(XnnpackAlignment.align(List.of(COPY_OP, COPY_OP, ADD_OP), partition(SPLIT, ADD)))
                .contains(List.of(0, 0, 1));
    }

    @Test
    void tellsNothingWhereTheOrdersDisagree() {
        assertThat(XnnpackAlignment.align(List.of(CONV_OP, ADD_OP), partition(ADD, CONV)))
                .isEmpty();
        assertThat(XnnpackAlignment.align(List.of(CONV_OP, ADD_OP), partition(CONV))).isEmpty();
        assertThat(XnnpackAlignment.align(List.of(CONV_OP), partition(CONV, ADD))).isEmpty();
    }

    /// Nodes 0, 1, 2 and so on.
    private static Partition partition(Integer... codes) {
        return new Partition(IntStream.range(0, codes.length).boxed().toList(), List.of(codes));
    }
}
