package dev.lathe.model.onnx;

import com.google.protobuf.ByteString;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Stored;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.model.onnx.proto.TensorProto;
import dev.lathe.model.onnx.proto.TensorProto.DataLocation;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Turns parsed tensors into values over the mapped file. A tensor whose elements cannot be had
/// carries its whole message in its extras, so that it is written as it was.
final class TensorDecoder {
    private final ExternalData externalData;
    private final Warnings warnings;

    TensorDecoder(ExternalData externalData, Warnings warnings) {
        this.externalData = externalData;
        this.warnings = warnings;
    }

    Tensor tensor(TensorProto proto) {
        var type = DataType.ofCode(proto.getDataType()).orElse(DataType.UNDEFINED);
        var content = content(proto, type);
        return new Tensor(
                proto.getName(), type, proto.getDimsList(), content, extras(proto, content));
    }

    private TensorContent content(TensorProto proto, DataType type) {
        if (type == DataType.UNDEFINED) {
            return unknownType(proto);
        }
        if (proto.getDataLocation() == DataLocation.EXTERNAL) {
            return external(proto, type);
        }
        long needed = neededBytes(proto.getDimsList(), type);
        long present = presentBytes(proto, type);
        if (present != needed) {
            return damaged(proto, present);
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

    private TensorContent unknownType(TensorProto proto) {
        warnings.add(
                "unknown-tensor-type",
                "Tensor " + proto.getName() + " has the unknown type " + proto.getDataType() + ".");
        return new Missing("", 0, proto.getRawData().size(), "its type is not known");
    }

    private TensorContent external(TensorProto proto, DataType type) {
        long needed = neededBytes(proto.getDimsList(), type);
        var content = externalData.content(proto, needed);
        if (content instanceof Missing(var location, _, _, var reason)) {
            warnings.add(
                    "missing-external-data",
                    "The data of tensor "
                            + proto.getName()
                            + (location.isEmpty() ? "" : " in file " + location)
                            + " is missing: "
                            + reason
                            + ".");
            return content;
        }
        boolean fits =
                type != DataType.STRING
                        && content instanceof External(_, _, var bytes)
                        && bytes.byteSize() == needed;
        return fits ? content : damaged(proto, lengthOf(content));
    }

    private static long lengthOf(TensorContent content) {
        return content instanceof External(_, _, var bytes) ? bytes.byteSize() : 0;
    }

    private TensorContent damaged(TensorProto proto, long present) {
        var reason = "its shape " + proto.getDimsList() + " does not fit its " + present + " bytes";
        warnings.add("tensor-size", "Tensor " + proto.getName() + " is damaged: " + reason + ".");
        return new Missing("", 0, present, reason);
    }

    /// Bytes, or elements for strings.
    private static long presentBytes(TensorProto proto, DataType type) {
        if (type == DataType.STRING) {
            return proto.getStringDataCount();
        }
        return proto.hasRawData() ? proto.getRawData().size() : TypedData.byteSize(proto, type);
    }

    /// Bytes, or elements for strings; -1 if no tensor can have that many.
    private static long neededBytes(List<Long> sizes, DataType type) {
        long elements = elements(sizes);
        try {
            return type == DataType.STRING || elements < 0 ? elements : type.bytes(elements);
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    /// The number of elements of a tensor of so many sizes; -1 if no tensor can have that many.
    static long elements(List<Long> sizes) {
        long elements = 1;
        try {
            for (long size : sizes) {
                if (size < 0) {
                    return -1;
                }
                elements = Math.multiplyExact(elements, size);
            }
            return elements;
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    private static Extras extras(TensorProto proto, TensorContent content) {
        if (content instanceof Missing) {
            return Extras.of(TensorEncoder.withoutName(proto.toBuilder()).build().toByteArray());
        }
        boolean statesEmptyName = proto.hasName() && proto.getName().isEmpty();
        if (!statesEmptyName
                && !proto.hasDocString()
                && !proto.hasSegment()
                && proto.getMetadataPropsCount() == 0
                && proto.getUnknownFields().isEmpty()) {
            return Extras.NONE;
        }
        return Extras.of(TensorEncoder.withoutContent(proto.toBuilder()).build().toByteArray());
    }
}
