package dev.lathe.model.quantize;

/// How many scales a weight has.
public enum Granularity {
    /// One for each output channel.
    CHANNEL("channel"),
    /// One for the whole tensor.
    TENSOR("tensor");

    private final String word;

    Granularity(String word) {
        this.word = word;
    }

    /// The word for it on the command line and in recipes.
    public String word() {
        return word;
    }
}
