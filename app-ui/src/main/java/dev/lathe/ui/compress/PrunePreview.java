package dev.lathe.ui.compress;

import dev.lathe.model.prune.PruneScope;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What pruning would do, without doing it.
///
/// @param weights of the layers that take part
/// @param zeros how many of them would be zero, those that are already counted too
/// @param shares the share of zeros of each of these layers, estimated to within a bin
record PrunePreview(long weights, long zeros, SequencedMap<String, Double> shares) {

    /// The preview for an amount from 0 to 1.
    static PrunePreview of(Collection<Magnitudes> layers, double amount, PruneScope scope) {
        long weights = layers.stream().mapToLong(Magnitudes::weights).sum();
        var shares = new LinkedHashMap<String, Double>();
        switch (scope) {
            case LAYER -> layers.forEach(layer -> shares.put(layer.layer(), share(layer, amount)));
            case GLOBAL -> {
                var threshold = Threshold.of(layers, (long) Math.floor(amount * weights));
                layers.forEach(layer -> shares.put(layer.layer(), threshold.share(layer)));
            }
        }
        long already = layers.stream().mapToLong(Magnitudes::zeros).sum();
        long zeros =
                switch (scope) {
                    case GLOBAL -> Math.max(already, (long) Math.floor(amount * weights));
                    case LAYER -> layers.stream().mapToLong(l -> zeros(l, amount)).sum();
                };
        return new PrunePreview(weights, zeros, shares);
    }

    private static long zeros(Magnitudes layer, double amount) {
        return Math.max(layer.zeros(), (long) Math.floor(amount * layer.weights()));
    }

    private static double share(Magnitudes layer, double amount) {
        return layer.weights() == 0
                ? 0
                : Math.max(amount, layer.zeros() / (double) layer.weights());
    }

    /// The bin in which the smallest weights of all layers end.
    ///
    /// @param part the share of that bin that is taken
    private record Threshold(int bin, double part) {

        static Threshold of(Collection<Magnitudes> layers, long count) {
            int low = 0;
            int high = Magnitudes.BINS - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (upTo(layers, middle) < count) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            long below = low == 0 ? 0 : upTo(layers, low - 1);
            long within = upTo(layers, low) - below;
            return new Threshold(low, within == 0 ? 0 : (count - below) / (double) within);
        }

        private static long upTo(Collection<Magnitudes> layers, int bin) {
            return layers.stream().mapToLong(layer -> layer.upTo(bin)).sum();
        }

        double share(Magnitudes layer) {
            if (layer.weights() == 0) {
                return 0;
            }
            long below = bin == 0 ? 0 : layer.upTo(bin - 1);
            double within = part * (layer.upTo(bin) - below);
            return Math.max((double) layer.zeros(), below + within) / layer.weights();
        }
    }
}
