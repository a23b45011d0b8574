package dev.lathe.model.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.graph.TensorContent.Stored;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.model.onnx.proto.TensorProto;
import dev.lathe.model.onnx.proto.TensorProto.DataLocation;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Turns tensors into messages over the same memory. Elements become raw bytes inside the message
/// or references to a data file.
final class TensorEncoder {
    private final TensorPlaces places;

    TensorEncoder(TensorPlaces places) {
        this.places = places;
    }

    TensorProto initializer(Tensor tensor) throws InvalidProtocolBufferException {
        return encode(tensor, places.initializer(tensor));
    }

    TensorProto attribute(Tensor tensor) throws InvalidProtocolBufferException {
        return encode(tensor, places.attribute(tensor));
    }

    private static TensorProto encode(Tensor tensor, Optional<ExternalPlace> place)
            throws InvalidProtocolBufferException {
        var proto = TensorProto.newBuilder().mergeFrom(tensor.extras().bytes());
        if (!tensor.name().isEmpty()) {
            proto.setName(tensor.name());
        }
        if (tensor.content() instanceof Missing missing) {
            return (proto.hasDataType() ? proto : missing(proto, tensor, missing)).build();
        }
        proto.setDataType(tensor.type().code()).addAllDims(tensor.sizes());
        if (place.isPresent()) {
            addPlace(proto, place.get());
            return proto.build();
        }
        switch (tensor.content()) {
            case Stored(var bytes) -> proto.setRawData(byteString(bytes));
            case External(_, _, var bytes) -> proto.setRawData(byteString(bytes));
            case Sparse _ -> tensor.bytes().ifPresent(bytes -> proto.setRawData(byteString(bytes)));
            case Strings(var elements) ->
                    elements.forEach(e -> proto.addStringData(ByteString.copyFrom(e)));
            case Missing _ -> {} // written above
        }
        return proto.build();
    }

    /// A tensor whose message was not read from a file.
    private static TensorProto.Builder missing(
            TensorProto.Builder proto, Tensor tensor, Missing missing) {
        proto.setDataType(tensor.type().code()).addAllDims(tensor.sizes());
        addPlace(proto, new ExternalPlace(missing.location(), missing.offset(), missing.length()));
        return proto;
    }

    /// A message without what is written of a tensor whose elements are there.
    static TensorProto.Builder withoutContent(TensorProto.Builder proto) {
        return withoutName(proto)
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

    /// A message without its name; one that is stated to be empty stays.
    static TensorProto.Builder withoutName(TensorProto.Builder proto) {
        return proto.getName().isEmpty() ? proto : proto.clearName();
    }

    private static void addPlace(TensorProto.Builder proto, ExternalPlace place) {
        proto.setDataLocation(DataLocation.EXTERNAL);
        addEntry(proto, "location", place.location());
        addEntry(proto, "offset", Long.toString(place.offset()));
        addEntry(proto, "length", Long.toString(place.length()));
    }

    private static void addEntry(TensorProto.Builder proto, String key, String value) {
        proto.addExternalDataBuilder().setKey(key).setValue(value);
    }

    static ByteString byteString(MemorySegment bytes) {
        return UnsafeByteOperations.unsafeWrap(bytes.asByteBuffer());
    }
}
