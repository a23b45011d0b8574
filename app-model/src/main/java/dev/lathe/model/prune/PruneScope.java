package dev.lathe.model.prune;

/// Over what weights are ranked.
public enum PruneScope {
    /// All selected layers together: one threshold.
    GLOBAL("global"),
    /// Each layer by itself: the same share of each.
    LAYER("layer");

    private final String word;

    PruneScope(String word) {
        this.word = word;
    }

    /// The word for it on the command line and in recipes.
    public String word() {
        return word;
    }
}
