package dev.lathe.samples.train.onnx;

import dev.lathe.model.onnx.proto.AttributeProto;
import java.util.Arrays;

/// Attributes of ONNX nodes.
final class Attributes {
    private Attributes() {}

    static AttributeProto of(String name, long value) {
        return named(name, AttributeProto.AttributeType.INT).setI(value).build();
    }

    static AttributeProto of(String name, float value) {
        return named(name, AttributeProto.AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto list(String name, long... values) {
        return named(name, AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    private static AttributeProto.Builder named(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
