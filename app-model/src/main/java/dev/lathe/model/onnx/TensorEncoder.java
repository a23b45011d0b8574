package dev.lathe.model.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.graph.TensorContent.Stored;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.model.onnx.proto.TensorProto;
import dev.lathe.model.onnx.proto.TensorProto.DataLocation;
import java.lang.foreign.MemorySegment;

/// Turns tensors into messages over the same memory. Elements become raw bytes inside the message;
/// only what is missing keeps its reference to an external file.
final class TensorEncoder {
    private TensorEncoder() {}

    static TensorProto encode(Tensor tensor) throws InvalidProtocolBufferException {
        var proto = TensorProto.newBuilder().mergeFrom(tensor.extras().bytes());
        if (tensor.type() == DataType.UNDEFINED) {
            return proto.build();
        }
        proto.setName(tensor.name()).setDataType(tensor.type().code()).addAllDims(tensor.sizes());
        switch (tensor.content()) {
            case Stored(var bytes) -> proto.setRawData(byteString(bytes));
            case External(_, _, var bytes) -> proto.setRawData(byteString(bytes));
            case Strings(var elements) ->
                    elements.forEach(e -> proto.addStringData(ByteString.copyFrom(e)));
            case Sparse _ ->
                    throw new IllegalArgumentException(
                            "tensor " + tensor.name() + " is sparse and no TensorProto");
            case Missing(var location, long offset, long length, _) -> {
                proto.setDataLocation(DataLocation.EXTERNAL);
                addEntry(proto, "location", location);
                addEntry(proto, "offset", Long.toString(offset));
                addEntry(proto, "length", Long.toString(length));
            }
        }
        return proto.build();
    }

    /// A message without what {@link #encode} writes.
    static TensorProto.Builder withoutContent(TensorProto.Builder proto) {
        return proto.clearName()
                .clearDataType()
                .clearDims()
                .clearRawData()
                .clearFloatData()
                .clearDoubleData()
                .clearInt32Data()
                .clearInt64Data()
                .clearUint64Data()
                .clearStringData()
                .clearDataLocation()
                .clearExternalData();
    }

    private static void addEntry(TensorProto.Builder proto, String key, String value) {
        proto.addExternalDataBuilder().setKey(key).setValue(value);
    }

    private static ByteString byteString(MemorySegment bytes) {
        return UnsafeByteOperations.unsafeWrap(bytes.asByteBuffer());
    }
}
