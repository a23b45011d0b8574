package dev.lathe.model.search;

/// What is said of a layer or a group that a query can match.
public enum Field {
    NAME,
    OPERATOR,
    /// The name of a value that is read, weights included.
    INPUT,
    /// The name of a value that is made.
    OUTPUT,
    /// The shape of a value that is read or made.
    SHAPE,
    /// The element type of a value that is read or made.
    TYPE,
    ATTRIBUTE,
    /// Where the layer or group is.
    PLACE
}
