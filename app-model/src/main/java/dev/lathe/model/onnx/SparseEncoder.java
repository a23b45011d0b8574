package dev.lathe.model.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.onnx.proto.SparseTensorProto;

/// Turns sparse tensors into messages over the same memory, with the positions as numbers in
/// row-major order.
final class SparseEncoder {
    private SparseEncoder() {}

    static SparseTensorProto encode(Tensor tensor, Sparse sparse)
            throws InvalidProtocolBufferException {
        var proto = SparseTensorProto.newBuilder().mergeFrom(tensor.extras().bytes());
        proto.addAllDims(tensor.sizes());
        proto.getValuesBuilder()
                .setName(tensor.name())
                .setDataType(tensor.type().code())
                .addDims(sparse.stored())
                .setRawData(TensorEncoder.byteString(sparse.values()));
        proto.getIndicesBuilder()
                .setDataType(DataType.INT64.code())
                .addDims(sparse.stored())
                .setRawData(TensorEncoder.byteString(sparse.positions()));
        return proto.build();
    }
}
