package dev.lathe.ui.graph.search;

/// What a search is doing.
public enum SearchState {
    /// Nothing is searched for.
    IDLE,
    /// The query waits for the index of the model.
    PREPARING,
    /// The query is answered.
    DONE
}
