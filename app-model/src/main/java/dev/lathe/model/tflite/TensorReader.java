package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Flatbuffer;
import dev.lathe.model.flatbuffer.Oddities;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Stored;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.OpaqueType;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.onnx.ExternalData;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads tensors: what is said of their values, and the elements of constants.
final class TensorReader {
    private static final int SHAPE = 0;
    private static final int TYPE = 1;
    private static final int BUFFER = 2;
    private static final int NAME = 3;
    private static final int QUANTIZATION = 4;
    private static final int IS_VARIABLE = 5;
    private static final int SPARSITY = 6;
    private static final int SHAPE_SIGNATURE = 7;
    private static final int HAS_RANK = 8;
    private static final int EXTERNAL_BUFFER = 10;

    private final Buffers buffers;
    private final Flatbuffer file;
    private final ExternalData files;
    private final Oddities oddities;

    /// Contents by buffer, length and position of what describes them, so that tensors that share
    /// data share a content.
    private final Map<List<Long>, TensorContent> contents = new HashMap<>();

    TensorReader(Buffers buffers, Flatbuffer file, ExternalData files, Oddities oddities) {
        this.buffers = buffers;
        this.file = file;
        this.files = files;
        this.oddities = oddities;
    }

    /// The name that the file gives a tensor; may be empty.
    static String name(FlatTable tensor) throws DamagedFlatbufferException {
        return tensor.string(NAME);
    }

    /// Whether a tensor keeps its elements from one run to the next.
    static boolean isVariable(FlatTable tensor) throws DamagedFlatbufferException {
        return tensor.int8(IS_VARIABLE) != 0;
    }

    /// Whether a tensor names data.
    static boolean hasBuffer(FlatTable tensor) throws DamagedFlatbufferException {
        return tensor.uint32(BUFFER) != 0 || tensor.uint32(EXTERNAL_BUFFER) != 0;
    }

    /// What a tensor says of the value that it stands for.
    ///
    /// @param siblings the tensors of the same graph, which quantization may refer to
    Value value(FlatTable tensor, String name, List<FlatTable> siblings)
            throws DamagedFlatbufferException {
        var quantization = tensor.table(QUANTIZATION);
        return new Value(
                name,
                Optional.of(type(tensor)),
                quantization.isEmpty()
                        ? Optional.empty()
                        : new QuantizationReader(
                                        this, siblings, tensor.ints(SHAPE).length, oddities)
                                .read(quantization.get(), name),
                Extras.NONE);
    }

    private static ValueType type(FlatTable tensor) throws DamagedFlatbufferException {
        int number = tensor.uint8(TYPE);
        var element = ElementTypes.of(number);
        return element == DataType.UNDEFINED
                ? new OpaqueType(ElementTypes.opaqueName(number))
                : new TensorType(element, shape(tensor));
    }

    /// The shape: the signature with −1 for sizes that are free, or else the sizes. Older files do
    /// not say whether no sizes mean a scalar or an unknown rank; here they mean a scalar.
    private static Optional<Shape> shape(FlatTable tensor) throws DamagedFlatbufferException {
        var sizes = tensor.ints(SHAPE);
        var signature = tensor.ints(SHAPE_SIGNATURE);
        var stated = signature.length == sizes.length ? signature : sizes;
        if (stated.length == 0 && !tensor.has(SHAPE) && tensor.int8(HAS_RANK) == 0) {
            return Optional.empty();
        }
        var dimensions = new ArrayList<Dimension>(stated.length);
        for (int size : stated) {
            dimensions.add(size < 0 ? Dimension.UNKNOWN : Dimension.of(size));
        }
        return Optional.of(new Shape(dimensions));
    }

    /// The constant that a tensor is, if it has data.
    Optional<Tensor> constant(FlatTable tensor, String name) throws DamagedFlatbufferException {
        var type = ElementTypes.of(tensor.uint8(TYPE));
        var sizes = Arrays.stream(tensor.ints(SHAPE)).mapToObj(Long::valueOf).toList();
        var beside = buffers.beside(tensor.uint32(EXTERNAL_BUFFER));
        if (beside.isPresent()) {
            return Optional.of(
                    new Tensor(
                            name,
                            type,
                            sizes,
                            beside(beside.get(), name, needed(type, sizes)),
                            Extras.NONE));
        }
        long buffer = tensor.uint32(BUFFER);
        var bytes = buffers.bytes(buffer);
        if (bytes.isEmpty() || (bytes.get().byteSize() == 0 && !sizes.contains(0L))) {
            return Optional.empty();
        }
        var content = content(tensor, name, type, sizes, buffer, bytes.get());
        return Optional.of(new Tensor(name, type, sizes, content, Extras.NONE));
    }

    /// Pays for elements that are copied.
    void spend(long elements) throws DamagedFlatbufferException {
        file.spend(elements);
    }

    private TensorContent content(
            FlatTable tensor,
            String name,
            DataType type,
            List<Long> sizes,
            long buffer,
            MemorySegment bytes)
            throws DamagedFlatbufferException {
        var sparsity = tensor.table(SPARSITY);
        long needed = needed(type, sizes);
        long kind = type == DataType.STRING ? -1 : sparsity.map(FlatTable::position).orElse(0L);
        var key = List.of(buffer, needed, kind);
        var known = contents.get(key);
        if (known != null) {
            return known;
        }
        TensorContent content;
        if (type == DataType.STRING) {
            content = StringElements.read(bytes, file);
        } else if (sparsity.isPresent()) {
            content = SparsityReader.read(sparsity.get(), type, sizes, bytes, file);
        } else {
            content = dense(name, sizes, bytes, needed);
        }
        contents.put(key, content);
        return content;
    }

    private TensorContent beside(Buffers.Beside data, String name, long needed) {
        if (needed != data.length()) {
            var reason = "its shape does not fit its " + data.length() + " bytes";
            oddities.add("tensor-size", "Tensor " + name + " is damaged: " + reason + ".");
            return new Missing(data.file(), data.offset(), Math.max(0, data.length()), reason);
        }
        var content = files.content(data.file(), data.offset(), data.length());
        if (content instanceof Missing(_, _, _, var reason)) {
            oddities.add(
                    "missing-external-data",
                    "The data of tensor "
                            + name
                            + " in "
                            + data.file()
                            + " cannot be had: "
                            + reason
                            + ".");
        }
        return content;
    }

    private TensorContent dense(String name, List<Long> sizes, MemorySegment bytes, long needed) {
        long present = bytes.byteSize();
        if (needed == present) {
            return new Stored(bytes);
        }
        var reason = "its shape " + sizes + " does not fit its " + present + " bytes";
        oddities.add("tensor-size", "Tensor " + name + " is damaged: " + reason + ".");
        return needed >= 0 && needed < present
                ? new Stored(bytes.asSlice(0, needed))
                : new Missing("", 0, present, reason);
    }

    /// The bytes that a dense tensor takes; -1 if no tensor can have these sizes.
    private static long needed(DataType type, List<Long> sizes) {
        long elements = 1;
        try {
            for (long size : sizes) {
                if (size < 0) {
                    return -1;
                }
                elements = Math.multiplyExact(elements, size);
            }
            return type.bytes(elements);
        } catch (ArithmeticException _) {
            return -1;
        }
    }
}
