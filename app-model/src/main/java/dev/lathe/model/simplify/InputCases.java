package dev.lathe.model.simplify;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Dimension.Symbolic;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.run.Filling;
import dev.lathe.model.shape.FreeDimension;
import dev.lathe.model.shape.FreeDimensions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Makes up inputs to compare models on; the same each time.
final class InputCases {
    private static final long SEED = 20_260_101;
    private static final long MOST_BYTES = 64 << 20;

    /// The sizes that free dimensions may get, by their number; 0 stands for one of its own each.
    private static final List<Long> SIZES = List.of(0L, 1L, 8L, 32L, 64L, 224L);

    private static final long[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19};

    private final ModelGraph model;
    private final Graph graph;
    private final Map<String, Long> bounds = new HashMap<>();

    /// What inputs are filled with.
    enum Kind {
        RANDOM(-1, 1, true),
        ZEROS(0, 0, false),
        ONES(1, 1, true),
        LARGE(-1000, 1000, true),
        NEGATIVE(-1, 0, false),
        /// Random floats with integers of 0, which are valid as almost anything.
        CAREFUL(-1, 1, false);

        private final double low;
        private final double high;
        private final boolean countsUp;

        Kind(double low, double high, boolean countsUp) {
            this.low = low;
            this.high = high;
            this.countsUp = countsUp;
        }

        private Filling filling(long bound) {
            long most = countsUp ? Math.max(0, bound - 1) : 0;
            long least = this == ONES ? Math.min(1, most) : 0;
            return new Filling(
                    low,
                    high,
                    least,
                    this == ONES ? least : most,
                    this == ONES ? 1 : this == ZEROS ? 0 : 0.5);
        }
    }

    InputCases(ModelGraph model) {
        this.model = model;
        this.graph = model.graph();
    }

    /// Whether there are inputs to make up.
    boolean canMake() {
        return graph.requiredInputs().stream()
                .allMatch(input ->
                        input.tensorType()
                                .filter(type -> Filling.canMake(type.element()))
                                .filter(type -> type.shape().isPresent())
                                .isPresent());
    }

    /// Choices of sizes for the free dimensions, the most telling first. One if there are none.
    List<Map<String, Long>> sizings() {
        var free = FreeDimensions.of(model).all().stream().map(FreeDimension::name).toList();
        if (free.isEmpty()) {
            return List.of(Map.of());
        }
        var sizings = new ArrayList<Map<String, Long>>();
        for (long size : SIZES) {
            var sizing = new HashMap<String, Long>();
            for (int i = 0; i < free.size(); i++) {
                sizing.put(free.get(i), size == 0 ? PRIMES[i % PRIMES.length] : size);
            }
            sizings.add(sizing);
        }
        return sizings;
    }

    /// Inputs of a kind; empty if they would be too large.
    Optional<Map<String, Tensor>> make(Map<String, Long> sizing, Kind kind) {
        var random = new SplittableRandom(SEED + kind.name().hashCode());
        var tensors = new LinkedHashMap<String, Tensor>();
        long bytes = 0;
        for (Value input : graph.requiredInputs()) {
            var type = input.tensorType().orElseThrow();
            var sizes = new ArrayList<Long>();
            long size = Math.max(1, type.element().bits() / 8);
            for (int axis = 0; axis < type.shape().orElseThrow().rank(); axis++) {
                long each = size(input, axis, sizing);
                sizes.add(each);
                size = each > 0 && size > MOST_BYTES / each ? MOST_BYTES + 1 : size * each;
            }
            bytes += size;
            if (bytes > MOST_BYTES) {
                return Optional.empty();
            }
            var filling = kind.filling(bound(input));
            tensors.put(input.name(), filling.tensor(input.name(), type.element(), sizes, random));
        }
        return Optional.of(tensors);
    }

    private static long size(Value input, int axis, Map<String, Long> sizing) {
        return input.shape().orElseThrow().get(axis) instanceof Fixed(long fixed)
                ? fixed
                : sizing.getOrDefault(name(input, axis).orElse(""), 1L);
    }

    /// What a free dimension is called; empty if the size is known.
    private static Optional<String> name(Value input, int axis) {
        Dimension dimension = input.shape().orElseThrow().get(axis);
        return switch (dimension) {
            case Fixed _ -> Optional.empty();
            case Symbolic(var symbol) -> Optional.of(symbol);
            case Dimension.Unknown _ -> Optional.of(input.name() + "[" + axis + "]");
        };
    }

    /// All integers of an input are below this: the size of the axis that they choose from, if they
    /// are read as indices, else 2.
    private long bound(Value input) {
        var type = input.tensorType().orElseThrow().element();
        if (type == DataType.FLOAT) {
            return 2;
        }
        return bounds.computeIfAbsent(input.name(), this::findBound);
    }

    private long findBound(String input) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(input));
        long bound = Long.MAX_VALUE;
        while (!open.isEmpty()) {
            var value = open.remove();
            if (!seen.add(value)) {
                continue;
            }
            for (Node reader : graph.consumers(value)) {
                if (reader.is("Gather") && value.equals(reader.input(1).orElse(""))) {
                    bound = Math.min(bound, axisSize(reader));
                } else if (reader.is("Cast") || reader.is("Identity") || reader.is("Reshape")) {
                    open.addAll(reader.outputs());
                }
            }
        }
        return bound == Long.MAX_VALUE ? 2 : bound;
    }

    private long axisSize(Node gather) {
        int axis = (int) gather.intAttribute("axis", 0);
        return graph.constant(gather.inputs().getFirst())
                .filter(data -> axis >= 0 && axis < data.sizes().size())
                .map(data -> data.sizes().get(axis))
                .orElse(2L);
    }
}
