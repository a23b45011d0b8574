package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Dimension.Symbolic;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Value;
import dev.lathe.model.shape.FreeDimension.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The dimensions of a model's inputs that are open, and what people call them.
public final class FreeDimensions {
    private final SequencedMap<String, FreeDimension> byName;
    private final Map<String, Shape> shapes;

    private FreeDimensions(SequencedMap<String, FreeDimension> byName, Map<String, Shape> shapes) {
        this.byName = byName;
        this.shapes = shapes;
    }

    /// The free dimensions of the inputs that a caller has to supply.
    public static FreeDimensions of(ModelGraph model) {
        var places = new LinkedHashMap<String, List<Place>>();
        var shapes = new HashMap<String, Shape>();
        for (Value input : model.graph().requiredInputs()) {
            var shape =
                    input.type()
                            .map(type -> TypeMerge.bind(type, Map.of()))
                            .map(type -> TypeMerge.name(type, input.name(), Map.of()))
                            .map(input::withType)
                            .flatMap(Value::shape);
            shape.ifPresent(known -> shapes.put(input.name(), known));
            for (int axis = 0; shape.isPresent() && axis < shape.get().rank(); axis++) {
                var dimension = shape.get().get(axis);
                if (dimension instanceof Symbolic(var symbol)) {
                    places.computeIfAbsent(symbol, _ -> new ArrayList<>())
                            .add(new Place(input.name(), axis));
                }
            }
        }
        var byName = new LinkedHashMap<String, FreeDimension>();
        places.forEach((name, where) -> byName.put(name, new FreeDimension(name, where)));
        return new FreeDimensions(byName, shapes);
    }

    /// All of them, in the order of the inputs.
    public List<FreeDimension> all() {
        return List.copyOf(byName.sequencedValues());
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /// Bindings for {@link ShapeInference#infer} from what people write.
    ///
    /// @param sizes by symbol, or by input and position (`data:0`, `data[0]`)
    /// @throws DimensionException if there is no such dimension, a size is negative, or two things
    ///   said of one dimension differ
    public SequencedMap<String, Long> resolve(Map<String, Long> sizes) throws DimensionException {
        var bindings = new LinkedHashMap<String, Long>();
        for (var entry : sizes.entrySet()) {
            var name = entry.getKey();
            long size = entry.getValue();
            if (size < 0) {
                throw new DimensionException(
                        "Cannot set dimension '%s' to %d: a size is 0 or more"
                                .formatted(name, size));
            }
            switch (find(name)) {
                case Fixed(long stated) when stated != size ->
                        throw new DimensionException(
                                "Cannot set dimension '%s' to %d: the model states that it is %d; change the model to one with a free dimension there"
                                        .formatted(name, size, stated));
                case Symbolic(var symbol) -> bind(symbol, size, bindings);
                case Fixed _, Dimension.Unknown _ -> {}
            }
        }
        return bindings;
    }

    private static void bind(String symbol, long size, Map<String, Long> bindings)
            throws DimensionException {
        var before = bindings.put(symbol, size);
        if (before != null && before != size) {
            throw new DimensionException(
                    "Cannot set dimension '%s' to both %d and %d: it is one dimension; give it one size"
                            .formatted(symbol, before, size));
        }
    }

    private Dimension find(String name) throws DimensionException {
        if (byName.containsKey(name)) {
            return Dimension.of(name);
        }
        var dimension = at(name);
        if (dimension.isPresent()) {
            return dimension.get();
        }
        throw new DimensionException(
                "Cannot set dimension '%s': the model's inputs have no such free dimension; %s"
                        .formatted(
                                name,
                                isEmpty() ? "all their sizes are fixed" : "there are " + names()));
    }

    /// The dimension at a place that is written as `data:0` or `data[0]`.
    private Optional<Dimension> at(String place) {
        int split = Math.max(place.lastIndexOf(':'), place.lastIndexOf('['));
        var shape = split < 0 ? null : shapes.get(place.substring(0, split));
        for (int axis = 0; shape != null && axis < shape.rank(); axis++) {
            var name = place.substring(0, split);
            if (place.equals(new Place(name, axis).toString())
                    || place.equals(name + "[" + axis + "]")) {
                return Optional.of(shape.get(axis));
            }
        }
        return Optional.empty();
    }

    private String names() {
        return all().stream().map(FreeDimension::description).collect(Collectors.joining(", "));
    }
}
