package dev.lathe.model.graph;

import java.util.List;

/// The value of an attribute, one record for each kind that ONNX has.
public sealed interface AttributeValue {
    record IntValue(long value) implements AttributeValue {}

    record FloatValue(float value) implements AttributeValue {}

    record StringValue(String value) implements AttributeValue {}

    record TensorValue(Tensor value) implements AttributeValue {}

    record GraphValue(Graph value) implements AttributeValue {}

    record IntsValue(List<Long> values) implements AttributeValue {
        public IntsValue {
            values = List.copyOf(values);
        }
    }

    record FloatsValue(List<Float> values) implements AttributeValue {
        public FloatsValue {
            values = List.copyOf(values);
        }
    }

    record StringsValue(List<String> values) implements AttributeValue {
        public StringsValue {
            values = List.copyOf(values);
        }
    }

    record TensorsValue(List<Tensor> values) implements AttributeValue {
        public TensorsValue {
            values = List.copyOf(values);
        }
    }

    record GraphsValue(List<Graph> values) implements AttributeValue {
        public GraphsValue {
            values = List.copyOf(values);
        }
    }

    /// A reference to an attribute of the enclosing function.
    record ReferenceValue(String attribute) implements AttributeValue {}

    /// A kind that Lathe only carries (sparse tensors, types, bytes that are no text): its whole
    /// content is in the attribute's extras.
    record CarriedValue(String kind) implements AttributeValue {}
}
