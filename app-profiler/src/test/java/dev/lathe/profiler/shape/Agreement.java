package dev.lathe.profiler.shape;

import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Dimension.Symbolic;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts how far inferred shapes agree with those of another source.
///
/// A shape that the other source knows is known here if every dimension is: a number for a number,
/// and for each of its symbols the same of ours throughout a model, or a number.
final class Agreement {

    /// A count of values.
    record Count(int theirs, int ours) {
        Count plus(Count other) {
            return new Count(theirs + other.theirs, ours + other.ours);
        }
    }

    private final Map<String, Count> folders = new TreeMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private int models;

    /// Compares one model.
    void add(String folder, String file, Graph graph, InferredTypes types, Graph theirs) {
        models++;
        new Comparison(folder, file).compare(graph, types, theirs);
    }

    /// The number of models that were compared.
    int models() {
        return models;
    }

    List<String> contradictions() {
        return contradictions;
    }

    double share() {
        var all = folders.values().stream().reduce(new Count(0, 0), Count::plus);
        return (double) all.ours() / all.theirs();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(models + " models");
        folders.forEach((folder, count) ->
                text.append("\n%s: %d of %d".formatted(folder, count.ours(), count.theirs())));
        text.append("\nnot known:");
        unknown.forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }

    private final class Comparison {
        private final String folder;
        private final String file;
        private final Map<String, String> symbols = new HashMap<>();

        Comparison(String folder, String file) {
            this.folder = folder;
            this.file = file;
        }

        void compare(Graph graph, InferredTypes types, Graph theirs) {
            for (Node node : graph.nodes()) {
                node.outputs().stream()
                        .filter(output -> !output.isEmpty())
                        .forEach(output -> compare(node, output, types, theirs));
                node.attributes()
                        .forEach(attribute -> {
                            if (attribute.value() instanceof GraphValue(var inner)) {
                                counterpart(node, attribute.name(), theirs)
                                        .ifPresent(other ->
                                                compare(inner, types.inside(inner), other));
                            }
                        });
            }
        }

        private static Optional<Graph> counterpart(Node node, String attribute, Graph theirs) {
            return node.outputs().stream()
                    .flatMap(output -> theirs.producer(output).stream())
                    .findFirst()
                    .flatMap(other -> other.attribute(attribute))
                    .filter(GraphValue.class::isInstance)
                    .map(value -> ((GraphValue) value).value());
        }

        private void compare(Node node, String value, InferredTypes types, Graph theirs) {
            var stated = theirs.statedType(value).orElse(null);
            if (!(stated instanceof TensorType(_, var shape)) || shape.isEmpty()) {
                return;
            }
            var own = types.shape(value);
            var line =
                    "%s %s %s: %s, theirs %s"
                            .formatted(
                                    file,
                                    node.opType(),
                                    value,
                                    own.map(Shape::toString).orElse("unknown"),
                                    shape.get());
            if (own.isPresent() && contradicts(own.get(), shape.get())) {
                contradictions.add(line);
            }
            if (!shape.get().dimensions().contains(Dimension.UNKNOWN)) {
                boolean known = own.isPresent() && knows(own.get(), shape.get());
                folders.merge(folder, new Count(1, known ? 1 : 0), Count::plus);
                if (!known) {
                    unknown.add(line);
                }
            }
        }

        private static boolean contradicts(Shape ours, Shape theirs) {
            if (ours.rank() != theirs.rank()) {
                return true;
            }
            for (int i = 0; i < ours.rank(); i++) {
                if (ours.get(i) instanceof Fixed
                        && theirs.get(i) instanceof Fixed
                        && !ours.get(i).equals(theirs.get(i))) {
                    return true;
                }
            }
            return false;
        }

        private boolean knows(Shape ours, Shape theirs) {
            boolean known = ours.rank() == theirs.rank();
            for (int i = 0; known && i < ours.rank(); i++) {
                known = knows(ours.get(i), theirs.get(i));
            }
            return known;
        }

        private boolean knows(Dimension ours, Dimension theirs) {
            if (ours instanceof Symbolic(var symbol) && theirs instanceof Symbolic(var other)) {
                var before = symbols.putIfAbsent(other, symbol);
                return before == null || before.equals(symbol);
            }
            return ours instanceof Fixed;
        }
    }
}
