package dev.lathe.model.group;

/// What told that some nodes belong together.
public enum GroupOrigin {
    /// The whole graph.
    GRAPH,
    /// The names of the nodes or of their outputs: `/model/layers.0/attention/MatMul`.
    NAMES,
    /// What the exporter noted of each node: the module and its class.
    METADATA,
    /// The names of the weights that the nodes read: `encoder.layers.0.attention.weight`.
    WEIGHTS,
    /// The form of the graph: blocks that repeat, and parts that little runs between.
    STRUCTURE
}
