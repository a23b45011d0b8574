package dev.lathe.profiler.runner;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.runner.ProtocolException;
import dev.lathe.runner.WireTensor;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Turns tensors into what travels to a runner, and back.
final class Tensors {
    private Tensors() {}

    static List<WireTensor> toWire(String model, Map<String, Tensor> tensors)
            throws ModelRunException {
        var wire = new ArrayList<WireTensor>();
        for (var entry : tensors.entrySet()) {
            var tensor = entry.getValue();
            wire.add(
                    new WireTensor(
                            entry.getKey(),
                            tensor.type().code(),
                            tensor.sizes(),
                            elements(model, entry.getKey(), tensor)));
        }
        return wire;
    }

    static SequencedMap<String, Tensor> fromWire(List<WireTensor> wire) throws ProtocolException {
        var tensors = new LinkedHashMap<String, Tensor>();
        for (WireTensor each : wire) {
            var type =
                    DataType.ofCode(each.type())
                            .orElseThrow(() -> new ProtocolException("an output has no type"));
            var tensor =
                    type == DataType.STRING
                            ? strings(each)
                            : Tensor.of(
                                    each.name(),
                                    type,
                                    each.sizes(),
                                    MemorySegment.ofBuffer(each.elements()));
            tensors.put(each.name(), tensor);
        }
        return tensors;
    }

    private static ByteBuffer elements(String model, String name, Tensor tensor)
            throws ModelRunException {
        if (tensor.content() instanceof Strings(var strings)) {
            return encode(strings);
        }
        return tensor.bytes()
                .map(MemorySegment::asByteBuffer)
                .orElseThrow(() ->
                        new ModelRunException(
                                "Cannot run " + model + ": input '" + name + "' has no elements"));
    }

    private static ByteBuffer encode(List<byte[]> strings) {
        int size = strings.stream().mapToInt(bytes -> Integer.BYTES + bytes.length).sum();
        var out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        strings.forEach(bytes -> out.putInt(bytes.length).put(bytes));
        return out.flip();
    }

    private static Tensor strings(WireTensor wire) {
        var in = wire.elements().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        var strings = new ArrayList<byte[]>();
        while (in.hasRemaining()) {
            var bytes = new byte[in.getInt()];
            in.get(bytes);
            strings.add(bytes);
        }
        return new Tensor(
                wire.name(),
                DataType.STRING,
                wire.sizes(),
                new Strings(strings),
                dev.lathe.model.graph.Extras.NONE);
    }
}
