package dev.lathe.runner;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/// Turns tensors as they travel into those of TensorFlow Lite, and back.
final class TfliteTensors {
    private TfliteTensors() {}

    /// What an input or output is. A dimension is free where the signature of the shape says so.
    static ValueSpec spec(String name, TfLiteTensor tensor) {
        List<Long> sizes = sizes(tensor.dims());
        List<Long> signature = sizes(tensor.dims_signature());
        if (signature.size() == sizes.size()) {
            sizes = signature;
        }
        return new ValueSpec(
                name,
                TfliteTypes.code(tensor.type()),
                sizes,
                Collections.nCopies(sizes.size(), ""));
    }

    static List<Long> sizes(TfLiteTensor tensor) {
        return sizes(tensor.dims());
    }

    /// Fills a tensor that has the right shape already.
    static void write(TfLiteTensor tensor, WireTensor wire) throws RuntimeFailure {
        ByteBuffer elements = wire.elements().duplicate();
        if (tensor.type() == tensorflowlite.kTfLiteString) {
            elements = TfliteStrings.encode(elements);
            tensorflowlite.TfLiteTensorRealloc(elements.remaining(), tensor);
        }
        if (tensor.bytes() != elements.remaining()) {
            throw new RuntimeFailure(
                    "its input '"
                            + wire.name()
                            + "' takes "
                            + tensor.bytes()
                            + " bytes, but "
                            + elements.remaining()
                            + " were given");
        }
        if (elements.hasRemaining()) {
            buffer(tensor).put(elements);
        }
    }

    /// The tensor as it is now; its elements are a view that holds until the next run.
    static WireTensor read(String name, TfLiteTensor tensor) throws RuntimeFailure {
        int type = TfliteTypes.code(tensor.type());
        if (type == 0) {
            throw new RuntimeFailure("its output '" + name + "' is no tensor of elements");
        }
        ByteBuffer elements = tensor.bytes() == 0 ? ByteBuffer.allocate(0) : buffer(tensor);
        return new WireTensor(
                name,
                type,
                sizes(tensor.dims()),
                type == TfliteTypes.STRING ? TfliteStrings.decode(elements) : elements);
    }

    private static ByteBuffer buffer(TfLiteTensor tensor) throws RuntimeFailure {
        BytePointer raw = tensor.data().raw();
        if (raw == null || tensor.bytes() > FrameReader.MAX_PAYLOAD) {
            throw new RuntimeFailure(
                    "the tensor '"
                            + (tensor.name() == null ? "" : tensor.name().getString())
                            + "' "
                            + (raw == null ? "has no memory" : "is larger than 2 GiB"));
        }
        return new BytePointer(raw).capacity(tensor.bytes()).asByteBuffer();
    }

    private static List<Long> sizes(TfLiteIntArray dimensions) {
        List<Long> sizes = new ArrayList<>();
        for (int axis = 0; dimensions != null && axis < dimensions.size(); axis++) {
            sizes.add((long) dimensions.data(axis));
        }
        return sizes;
    }
}
