package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuntimeWordsTest {

    @Test
    void dropsCodesAndAdvice() {
        var message =
                "Error code - ORT_INVALID_ARGUMENT - message: Got invalid dimensions for input: x"
                        + " for the following indices\n index: 1 Got: 4 Expected: 3\n Please fix"
                        + " either the inputs/outputs or the model.";

        assertThat(RuntimeWords.clause(message))
                .isEqualTo(
                        "Got invalid dimensions for input: x for the following indices index: 1"
                                + " Got: 4 Expected: 3");
    }

    @Test
    void dropsSourceFiles() {
        var message =
                "Error code - ORT_RUNTIME_EXCEPTION - message: Non-zero status code returned while"
                        + " running Reshape node. Name:'r' Status Message:"
                        + " /src/onnxruntime/core/providers/cpu/tensor/reshape_helper.h:47"
                        + " onnxruntime::ReshapeHelper::ReshapeHelper(const TensorShape &,"
                        + " TensorShapeVector &, bool) size != 0 was false.";

        assertThat(RuntimeWords.clause(message))
                .startsWith("Non-zero status code returned while running Reshape node. Name:'r'")
                .doesNotContain("reshape_helper.h")
                .endsWith("size != 0 was false");
    }

    @Test
    void dropsWhatFileWasLoadedAndWhere() {
        var message =
                "Error code - ORT_FAIL - message: Load model from /some/where/a.onnx failed:External"
                        + " data path validation failed. Error: tensorprotoutils.cc:453 ValidatePath"
                        + " External data path does not exist";

        assertThat(RuntimeWords.clause(message))
                .isEqualTo(
                        "External data path validation failed. Error: External data path does not"
                                + " exist");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(RuntimeWords.clause("a".repeat(1000))).hasSize(401);
    }

    @Test
    void namesAnOperatorThatIsMadeForADevice() {
        var message =
                "Encountered unresolved custom op: edgetpu-custom-op.; Node number 0"
                        + " (edgetpu-custom-op) failed to prepare";

        assertThat(RuntimeWords.clause(message))
                .isEqualTo(
                        "its operator 'edgetpu-custom-op' is not one of TensorFlow Lite's own; the"
                                + " model runs only on the device or with the library that it was"
                                + " made for");
    }

    @Test
    void namesTheOperatorWhoseConditionDoesNotHold() {
        var message =
                "/home/x/tensorflow/lite/kernels/squeeze.cc:69 current >= 0 && current < rank was"
                        + " not true.; Node number 3 (SQUEEZE) failed to prepare";

        assertThat(RuntimeWords.clause(message))
                .isEqualTo(
                        "it does not hold that current >= 0 && current < rank (operator 3,"
                                + " SQUEEZE)");
    }

    @Test
    void dropsTheSourceFilesOfTensorFlowLite() {
        var message =
                "/home/x/tensorflow/lite/util.cc BytesRequired number of elements overflowed.;"
                        + " Tensor 21 is invalid";

        assertThat(RuntimeWords.clause(message))
                .isEqualTo("BytesRequired number of elements overflowed.; Tensor 21 is invalid");
    }
}
