package dev.lathe.runner;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A tensor as it travels.
///
/// @param type the code of ONNX, `TensorProto.DataType`
/// @param sizes outermost first
/// @param elements little-endian, row-major, from position to limit
public record WireTensor(String name, int type, List<Long> sizes, ByteBuffer elements) {
    private static final int ALIGNMENT = 64;

    public WireTensor {
        sizes = List.copyOf(sizes);
    }

    /// A frame that carries tensors.
    public static Frame frame(JsonObject header, List<WireTensor> tensors) {
        List<JsonObject> entries = new ArrayList<>();
        List<ByteBuffer> payload = new ArrayList<>();
        for (WireTensor tensor : tensors) {
            int bytes = tensor.elements.remaining();
            entries.add(
                    JsonObject.EMPTY
                            .with("name", tensor.name)
                            .with("type", tensor.type)
                            .withNumbers("sizes", tensor.sizes)
                            .with("bytes", bytes));
            payload.add(tensor.elements.duplicate());
            payload.add(ByteBuffer.allocate(padding(bytes)));
        }
        return new Frame(header.withObjects("tensors", entries), payload);
    }

    /// The tensors that a frame carries; their elements are parts of its payload, not copies.
    public static List<WireTensor> of(Frame frame) throws ProtocolException {
        ByteBuffer payload = frame.onlyPayload();
        int start = payload.position();
        List<WireTensor> tensors = new ArrayList<>();
        for (JsonObject entry : frame.header().objects("tensors")) {
            long bytes = entry.number("bytes");
            if (bytes < 0 || bytes > payload.limit() - start) {
                throw new ProtocolException("a frame's payload is too short for its tensors");
            }
            tensors.add(
                    new WireTensor(
                            entry.text("name"),
                            Math.toIntExact(entry.number("type")),
                            entry.numbers("sizes"),
                            payload.slice(start, (int) bytes)));
            start += (int) bytes + padding((int) bytes);
        }
        return tensors;
    }

    private static int padding(int bytes) {
        return -bytes & ALIGNMENT - 1;
    }
}
