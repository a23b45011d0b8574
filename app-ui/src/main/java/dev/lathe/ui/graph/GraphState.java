package dev.lathe.ui.graph;

/// What the graph pane has to show.
public enum GraphState {
    /// No model is open.
    EMPTY,
    /// A model is being laid out.
    LOADING,
    /// A picture.
    READY,
    /// The reason why there is none.
    FAILED
}
