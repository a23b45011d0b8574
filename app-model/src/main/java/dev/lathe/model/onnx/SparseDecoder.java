package dev.lathe.model.onnx;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.onnx.proto.SparseTensorProto;
import dev.lathe.model.onnx.proto.TensorProto;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// Turns parsed sparse tensors into values (ONNX IR, `SparseTensorProto`). Their positions are
/// numbers in the row-major order of the dense tensor, or tuples of indices, which become such
/// numbers here.
final class SparseDecoder {
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// The most positions that one array holds.
    private static final long MAX_STORED = Integer.MAX_VALUE / Long.BYTES - 1;

    private final TensorDecoder tensors;
    private final Warnings warnings;

    SparseDecoder(TensorDecoder tensors, Warnings warnings) {
        this.tensors = tensors;
        this.warnings = warnings;
    }

    /// The tensor; empty, with a warning, if the message is no sparse tensor by its specification
    /// or holds strings.
    Optional<Tensor> tensor(SparseTensorProto proto) {
        var values = tensors.tensor(proto.getValues());
        var indices = tensors.tensor(proto.getIndices());
        var tensor =
                values.bytes()
                        .filter(_ -> isVector(values) && TensorDecoder.elements(dims(proto)) >= 0)
                        .flatMap(bytes ->
                                positions(indices, values.sizes().getFirst(), dims(proto))
                                        .map(positions -> new Sparse(bytes, positions)))
                        .map(content ->
                                new Tensor(
                                        values.name(),
                                        values.type(),
                                        dims(proto),
                                        content,
                                        extras(proto)));
        if (tensor.isEmpty()) {
            warnings.add(
                    "sparse-tensor",
                    "The sparse tensor "
                            + values.name()
                            + " cannot be read: its indices, shape or type are not as they must"
                            + " be.");
        }
        return tensor;
    }

    private static List<Long> dims(SparseTensorProto proto) {
        return proto.getDimsList();
    }

    private static boolean isVector(Tensor values) {
        return values.sizes().size() == 1;
    }

    private static Optional<MemorySegment> positions(Tensor indices, long count, List<Long> dims) {
        if (count > MAX_STORED) {
            return Optional.empty();
        }
        boolean linear = indices.sizes().equals(List.of(count));
        boolean tuples = indices.sizes().equals(List.of(count, (long) dims.size()));
        if (indices.type() != DataType.INT64 || !(linear || tuples)) {
            return Optional.empty();
        }
        var bytes = indices.bytes();
        return (linear ? bytes : bytes.flatMap(tuple -> linear(tuple, count, dims)))
                .filter(positions -> isAscending(positions, TensorDecoder.elements(dims)));
    }

    private static Optional<MemorySegment> linear(
            MemorySegment tuples, long count, List<Long> dims) {
        var positions = MemorySegment.ofArray(new byte[Math.toIntExact(count * Long.BYTES)]);
        long at = 0;
        for (long i = 0; i < count; i++) {
            long position = 0;
            for (long size : dims) {
                long index = tuples.get(LONG, at);
                if (index < 0 || index >= size) {
                    return Optional.empty();
                }
                position = position * size + index;
                at += Long.BYTES;
            }
            positions.set(LONG, i * Long.BYTES, position);
        }
        return Optional.of(positions.asReadOnly());
    }

    private static boolean isAscending(MemorySegment positions, long elements) {
        long last = -1;
        for (long at = 0; at < positions.byteSize(); at += Long.BYTES) {
            long position = positions.get(LONG, at);
            if (position <= last || position >= elements) {
                return false;
            }
            last = position;
        }
        return true;
    }

    private static Extras extras(SparseTensorProto proto) {
        var rest = proto.toBuilder().clearDims();
        var values = rest(proto.getValues()).build();
        var indices = rest(proto.getIndices());
        if (proto.getIndices().hasName()) {
            indices.setName(proto.getIndices().getName());
        }
        if (proto.getIndices().getDimsCount() == 2) {
            indices.addAllDims(proto.getIndices().getDimsList()); // tells that they are tuples
        }
        rest.clearValues().clearIndices();
        if (values.getSerializedSize() > 0) {
            rest.setValues(values);
        }
        if (indices.build().getSerializedSize() > 0) {
            rest.setIndices(indices);
        }
        return Extras.of(rest.build().toByteArray());
    }

    private static TensorProto.Builder rest(TensorProto proto) {
        return TensorEncoder.withoutContent(proto.toBuilder());
    }
}
