package dev.lathe.model.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.onnx.proto.SparseTensorProto;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

/// Turns sparse tensors into messages over the same memory, with the positions as numbers in
/// row-major order, or as tuples of indices if the file had them so.
final class SparseEncoder {
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private SparseEncoder() {}

    static SparseTensorProto encode(Tensor tensor, Sparse sparse)
            throws InvalidProtocolBufferException {
        var proto = SparseTensorProto.newBuilder().mergeFrom(tensor.extras().bytes());
        proto.addAllDims(tensor.sizes());
        var values = proto.getValuesBuilder();
        if (!tensor.name().isEmpty()) {
            values.setName(tensor.name());
        }
        values.setDataType(tensor.type().code())
                .addDims(sparse.stored())
                .setRawData(TensorEncoder.byteString(sparse.values()));
        int rank = tensor.sizes().size();
        var indices = proto.getIndicesBuilder();
        boolean tuples =
                indices.getDimsCount() == 2
                        && sparse.positions().byteSize() * rank <= Integer.MAX_VALUE;
        indices.clearDims().setDataType(DataType.INT64.code()).addDims(sparse.stored());
        if (tuples) {
            var bytes = tuples(sparse.positions(), tensor.sizes());
            indices.addDims(rank).setRawData(TensorEncoder.byteString(bytes));
        } else {
            indices.setRawData(TensorEncoder.byteString(sparse.positions()));
        }
        return proto.build();
    }

    private static MemorySegment tuples(MemorySegment positions, List<Long> sizes) {
        int rank = sizes.size();
        var tuples = MemorySegment.ofArray(new byte[Math.toIntExact(positions.byteSize() * rank)]);
        for (long at = 0; at < positions.byteSize(); at += Long.BYTES) {
            long position = positions.get(LONG, at);
            for (int axis = rank - 1; axis >= 0; axis--) {
                tuples.set(LONG, at * rank + (long) axis * Long.BYTES, position % sizes.get(axis));
                position /= sizes.get(axis);
            }
        }
        return tuples;
    }
}
