package dev.lathe.samples.train.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.onnx.proto.TensorProto;
import dev.lathe.samples.train.net.Weights;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class GruGatesTest {
    private final GraphWriter graph = new GraphWriter("test");

    @Test
    void putsTheUpdateGateBeforeTheResetGate() {
        Weights weights = weights("w", new long[] {3, 2}, 1, 2, 3, 4, 5, 6);

        GruGates.weight(graph, weights, "w");

        TensorProto written = graph.graph().getInitializer(0);
        assertThat(written.getDimsList()).containsExactly(1L, 3L, 2L);
        assertThat(floats(written)).containsExactly(3, 4, 1, 2, 5, 6);
    }

    @Test
    void putsTheBiasOfTheStateBehindThatOfTheInput() {
        var values = new LinkedHashMap<String, Weights.Values>();
        values.put("b_ih", new Weights.Values(new long[] {3}, new float[] {1, 2, 3}));
        values.put("b_hh", new Weights.Values(new long[] {3}, new float[] {4, 5, 6}));

        GruGates.bias(graph, new Weights(values), "b");

        TensorProto written = graph.graph().getInitializer(0);
        assertThat(written.getDimsList()).containsExactly(1L, 6L);
        assertThat(floats(written)).containsExactly(2, 1, 3, 5, 4, 6);
    }

    private static Weights weights(String name, long[] shape, float... numbers) {
        var values = new LinkedHashMap<String, Weights.Values>();
        values.put(name, new Weights.Values(shape, numbers));
        return new Weights(values);
    }

    private static float[] floats(TensorProto tensor) {
        var numbers = new float[tensor.getRawData().size() / Float.BYTES];
        tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(numbers);
        return numbers;
    }
}
