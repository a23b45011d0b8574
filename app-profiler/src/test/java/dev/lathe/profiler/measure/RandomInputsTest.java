package dev.lathe.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.DataType;
import dev.lathe.runner.ValueSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomInputsTest {
    private static final ProfilePlan PLAN =
            new ProfilePlan("local", ProfileMode.RAPID, 1, 4, Map.of("seq", 7L));

    @Test
    void givesFreeDimensionsTheSizesOfThePlan() throws Exception {
        var spec =
                new ValueSpec(
                        "ids",
                        DataType.INT64.code(),
                        List.of(-1L, -1L, -1L, 2L),
                        List.of("batch", "seq", "", ""));

        var inputs = RandomInputs.make("m", List.of(spec), PLAN);

        assertThat(inputs.values())
                .extracting(t -> t.sizes())
                .containsExactly(List.of(4L, 7L, 1L, 2L));
        assertThat(RandomInputs.bindings(List.of(spec), inputs))
                .isEqualTo(Map.of("batch", 4L, "seq", 7L, "ids[2]", 1L));
    }

    @Test
    void givesEachDimensionWithoutASymbolTheSizeOfItsPlace() throws Exception {
        var plan =
                new ProfilePlan("local", ProfileMode.RAPID, 1, 1, Map.of("x[1]", 512L, "x[2]", 2L));
        var spec =
                new ValueSpec(
                        "x", DataType.FLOAT.code(), List.of(-1L, -1L, -1L), List.of("", "", ""));

        var inputs = RandomInputs.make("m", List.of(spec), plan);

        assertThat(inputs.values())
                .extracting(t -> t.sizes())
                .containsExactly(List.of(1L, 512L, 2L));
        assertThat(RandomInputs.bindings(List.of(spec), inputs))
                .isEqualTo(Map.of("x[0]", 1L, "x[1]", 512L, "x[2]", 2L));
    }

    @Test
    void makesTheSameInputsEachTime() throws Exception {
        var spec = new ValueSpec("x", DataType.FLOAT.code(), List.of(2L, 3L), List.of("", ""));

        var first = RandomInputs.make("m", List.of(spec), PLAN).values().iterator().next();
        var second = RandomInputs.make("m", List.of(spec), PLAN).values().iterator().next();

        assertThat(first.toFloats()).containsExactly(second.toFloats());
        assertThat(first.toFloats()).isNotEqualTo(new float[6]);
    }

    @Test
    void refusesTypesThatItCannotMakeUp() {
        var spec = new ValueSpec("text", DataType.STRING.code(), List.of(1L), List.of(""));

        assertThatThrownBy(() -> RandomInputs.make("m.onnx", List.of(spec), PLAN))
                .hasMessage(
                        "Cannot measure m.onnx: values for its input 'text' cannot be made up, as"
                                + " it is string");
    }

    @Test
    void refusesInputsThatAreTooLarge() {
        var spec =
                new ValueSpec(
                        "x", DataType.FLOAT.code(), List.of(1L << 20, 1L << 20), List.of("", ""));

        assertThatThrownBy(() -> RandomInputs.make("m.onnx", List.of(spec), PLAN))
                .hasMessageContaining("more than 1 GiB");
    }
}
