package dev.lathe.model.onnx;

import dev.lathe.model.onnx.proto.AttributeProto;
import dev.lathe.model.onnx.proto.AttributeProto.AttributeType;

/// The kinds of attributes.
final class AttributeTypes {
    private AttributeTypes() {}

    /// The kind that an attribute states, or that its fields show where it states none, as files
    /// before IR version 2 may.
    static AttributeType of(AttributeProto proto) {
        if (proto.hasType() && proto.getType() != AttributeType.UNDEFINED) {
            return proto.getType();
        }
        if (proto.hasF()) {
            return AttributeType.FLOAT;
        }
        if (proto.hasI()) {
            return AttributeType.INT;
        }
        if (proto.hasS()) {
            return AttributeType.STRING;
        }
        if (proto.hasT()) {
            return AttributeType.TENSOR;
        }
        if (proto.hasG()) {
            return AttributeType.GRAPH;
        }
        if (proto.getFloatsCount() > 0) {
            return AttributeType.FLOATS;
        }
        if (proto.getIntsCount() > 0) {
            return AttributeType.INTS;
        }
        if (proto.getStringsCount() > 0) {
            return AttributeType.STRINGS;
        }
        if (proto.getTensorsCount() > 0) {
            return AttributeType.TENSORS;
        }
        return proto.getGraphsCount() > 0 ? AttributeType.GRAPHS : AttributeType.UNDEFINED;
    }
}
