package dev.lathe.ui.graph.layout;

/// What a picture of a graph shows.
public record Look(Unfolding open, Quantizers quantizers) {

    /// With quantization folded.
    public static Look of(Unfolding open) {
        return new Look(open, Quantizers.FOLDED);
    }
}
