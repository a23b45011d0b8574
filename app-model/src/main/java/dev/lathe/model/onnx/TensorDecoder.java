package dev.lathe.model.onnx;

import com.google.protobuf.ByteString;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Stored;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.model.onnx.proto.TensorProto;
import dev.lathe.model.onnx.proto.TensorProto.DataLocation;
import java.lang.foreign.MemorySegment;

/// Turns parsed tensors into values over the mapped file.
final class TensorDecoder {
    private final ExternalData externalData;
    private final Warnings warnings;

    TensorDecoder(ExternalData externalData, Warnings warnings) {
        this.externalData = externalData;
        this.warnings = warnings;
    }

    Tensor tensor(TensorProto proto) {
        var type = DataType.ofCode(proto.getDataType()).orElse(DataType.UNDEFINED);
        if (type == DataType.UNDEFINED) {
            return unknownType(proto);
        }
        var content = checked(proto, type, content(proto, type));
        return new Tensor(proto.getName(), type, proto.getDimsList(), content, extras(proto));
    }

    private Tensor unknownType(TensorProto proto) {
        warnings.add(
                "unknown-tensor-type",
                "Tensor " + proto.getName() + " has the unknown type " + proto.getDataType() + ".");
        return new Tensor(
                proto.getName(),
                DataType.UNDEFINED,
                proto.getDimsList(),
                new Missing("", 0, proto.getRawData().size(), "its type is not known"),
                Extras.of(proto.toByteArray()));
    }

    private TensorContent content(TensorProto proto, DataType type) {
        if (proto.getDataLocation() == DataLocation.EXTERNAL) {
            var content = externalData.content(proto);
            if (content instanceof Missing(var location, _, _, var reason)) {
                warnings.add(
                        "missing-external-data",
                        "The data of tensor "
                                + proto.getName()
                                + " in file "
                                + location
                                + " is missing: "
                                + reason
                                + ".");
            }
            return content;
        }
        if (type == DataType.STRING) {
            return new Strings(
                    proto.getStringDataList().stream().map(ByteString::toByteArray).toList());
        }
        return new Stored(
                proto.hasRawData()
                        ? MemorySegment.ofBuffer(proto.getRawData().asReadOnlyByteBuffer())
                        : TypedData.bytes(proto, type));
    }

    /// The content, or what is wrong with it if it does not have the size that the shape asks for.
    private TensorContent checked(TensorProto proto, DataType type, TensorContent content) {
        if (content instanceof Missing) {
            return content;
        }
        long needed = neededBytes(proto, type);
        long present =
                switch (content) {
                    case Stored(var bytes) -> bytes.byteSize();
                    case TensorContent.External(_, _, var bytes) -> bytes.byteSize();
                    case Strings(var elements) -> elements.size();
                    case Missing _, TensorContent.Sparse _ -> needed;
                };
        if (present == needed) {
            return content;
        }
        var reason = "its shape " + proto.getDimsList() + " does not fit its " + present + " bytes";
        warnings.add("tensor-size", "Tensor " + proto.getName() + " is damaged: " + reason + ".");
        return new Missing("", 0, present, reason);
    }

    /// Bytes, or elements for strings; -1 if no tensor can have that many.
    private static long neededBytes(TensorProto proto, DataType type) {
        long elements = 1;
        try {
            for (long size : proto.getDimsList()) {
                if (size < 0) {
                    return -1;
                }
                elements = Math.multiplyExact(elements, size);
            }
            return type == DataType.STRING ? elements : type.bytes(elements);
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    private static Extras extras(TensorProto proto) {
        if (!proto.hasDocString()
                && !proto.hasSegment()
                && proto.getMetadataPropsCount() == 0
                && proto.getUnknownFields().isEmpty()) {
            return Extras.NONE;
        }
        return Extras.of(TensorEncoder.withoutContent(proto.toBuilder()).build().toByteArray());
    }
}
