package dev.lathe.model.graph;

/// A named attribute of a node.
public record Attribute(String name, AttributeValue value, Extras extras) {

    /// An attribute with nothing but its value.
    public Attribute(String name, AttributeValue value) {
        this(name, value, Extras.NONE);
    }

    public static Attribute of(String name, long value) {
        return new Attribute(name, new AttributeValue.IntValue(value));
    }

    public static Attribute of(String name, float value) {
        return new Attribute(name, new AttributeValue.FloatValue(value));
    }

    public static Attribute of(String name, String value) {
        return new Attribute(name, new AttributeValue.StringValue(value));
    }
}
