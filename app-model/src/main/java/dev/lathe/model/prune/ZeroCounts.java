package dev.lathe.model.prune;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.LayerWeight;
import dev.lathe.model.layer.LayerWeights;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/// Counts the zeros among the float32 weights of layers.
public final class ZeroCounts {
    private ZeroCounts() {}

    /// The weights of a layer and how many of them are zero.
    public record LayerZeros(String layer, long weights, long zeros) {}

    /// The zeros of the selected layers, in the order of the graph. Reads every weight once.
    public static List<LayerZeros> of(Graph graph, Predicate<String> selected, Progress progress)
            throws InterruptedException {
        var byLayer = new LinkedHashMap<String, List<Tensor>>();
        for (LayerWeight weight : LayerWeights.find(graph)) {
            var tensor = weight.tensor();
            if (selected.test(weight.layer())
                    && tensor.type() == DataType.FLOAT
                    && tensor.bytes().isPresent()) {
                byLayer.computeIfAbsent(weight.layer(), _ -> new ArrayList<>()).add(tensor);
            }
        }
        var counts = new ArrayList<LayerZeros>();
        for (var entry : byLayer.entrySet()) {
            var blocks = Blocks.of(entry.getValue());
            var lanes =
                    blocks.forEach(
                            LongAdder::new,
                            (zeros, _, block, bits) -> zeros.add(zerosIn(bits, block.length())),
                            progress);
            long zeros = lanes.stream().mapToLong(LongAdder::sum).sum();
            counts.add(new LayerZeros(entry.getKey(), blocks.elements(), zeros));
        }
        return counts;
    }

    private static int zerosIn(int[] bits, int length) {
        int zeros = 0;
        for (int i = 0; i < length; i++) {
            zeros += ((bits[i] & 0x7fff_ffff) - 1) >>> 31; // one for zero of either sign
        }
        return zeros;
    }
}
