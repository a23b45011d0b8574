package dev.lathe.ui.graph.layout;

/// How pairs of QuantizeLinear and DequantizeLinear are drawn, which only say in which numbers the
/// operators between them are to be computed.
public enum Quantizers {
    /// As a badge of the operator that reads them.
    FOLDED,
    /// As nodes.
    DRAWN
}
