package dev.lathe.model.diff;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.CarriedValue;
import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.ReferenceValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.AttributeValue.TensorsValue;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Numbers that stand for nodes and tensors while matching: equal things have equal numbers.
final class Digest {
    private static final long PRIME = 0x9e3779b97f4a7c15L;
    private static final int SAMPLES = 64;

    private Digest() {}

    /// A step of the finalizer of SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom
    /// Number Generators", OOPSLA 2014) over a running number and the next.
    static long mix(long hash, long next) {
        long z = (hash ^ next) * PRIME + Long.rotateLeft(hash, 17) + PRIME;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /// The attributes of a node, in any order.
    static long ofAttributes(Node node) {
        long sum = 0;
        for (Attribute attribute : node.attributes()) {
            sum += mix(attribute.name().hashCode(), of(attribute.value()));
        }
        return sum;
    }

    private static long of(AttributeValue value) {
        return switch (value) {
            case IntValue(var number) -> number;
            case FloatValue(var number) -> Float.hashCode(number);
            case StringValue(var text) -> text.hashCode();
            case IntsValue(var numbers) -> numbers.hashCode();
            case FloatsValue(var numbers) -> numbers.hashCode();
            case StringsValue(var texts) -> texts.hashCode();
            case TensorValue(var tensor) -> sampled(tensor);
            case TensorsValue(var tensors) -> tensors.size();
            case GraphValue(var graph) -> graph.nodes().size();
            case GraphsValue(var graphs) -> graphs.size();
            case ReferenceValue(var attribute) -> attribute.hashCode();
            case CarriedValue(var kind) -> kind.hashCode();
        };
    }

    /// Type, sizes and a sample of the elements of a tensor, so that a large one is not read in
    /// full.
    static long sampled(Tensor tensor) {
        long hash = mix(tensor.type().code(), tensor.sizes().hashCode());
        var bytes = tensor.bytes().orElse(MemorySegment.NULL);
        long size = bytes.byteSize();
        long step = Math.max(1, size / SAMPLES);
        for (long i = 0; i < size; i += step) {
            hash = mix(hash, bytes.get(ValueLayout.JAVA_BYTE, i));
        }
        return size > 0 ? mix(hash, bytes.get(ValueLayout.JAVA_BYTE, size - 1)) : hash;
    }
}
