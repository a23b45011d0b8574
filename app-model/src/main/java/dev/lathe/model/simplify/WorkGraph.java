package dev.lathe.model.simplify;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.ReferenceValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.shape.Integers;
import dev.lathe.model.simplify.Surroundings.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A graph that is being rewritten in place. Each change takes time in proportion to the nodes that
/// it touches.
///
/// The name of a value never changes its meaning: what is new has a fresh name, so that the types
/// that were inferred at the start hold until the end.
final class WorkGraph {
    private final Graph original;
    private final Surroundings around;
    private final Cell end = new Cell(Node.of("", "", List.of(), List.of()));
    private final Map<String, Cell> producers = new HashMap<>();
    private final Map<String, Set<Cell>> readers = new HashMap<>();
    private final LinkedHashMap<String, Tensor> initializers;
    private final Set<String> inputs = new HashSet<>();
    private final Set<String> outputs = new HashSet<>();
    private boolean changed;

    WorkGraph(Graph original, Surroundings around) {
        this.original = original;
        this.around = around;
        this.initializers = new LinkedHashMap<>(original.initializers());
        original.inputs().forEach(input -> inputs.add(input.name()));
        original.outputs().forEach(output -> outputs.add(output.name()));
        original.topologicalOrder().forEach(node -> link(new Cell(node), end));
    }

    Surroundings around() {
        return around;
    }

    /// The nodes as they are now, each after those that it depends on.
    List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (Cell cell = end.next(); !cell.equals(end); cell = cell.next()) {
            cells.add(cell);
        }
        return cells;
    }

    /// The node of this graph that produces a value.
    Optional<Cell> producer(String value) {
        return Optional.ofNullable(producers.get(value));
    }

    /// The nodes that read a value, themselves or in their subgraphs.
    Set<Cell> readers(String value) {
        return readers.getOrDefault(value, Set.of());
    }

    /// The only reader of a value that is no output.
    Optional<Cell> soleReader(String value) {
        var all = readers(value);
        return all.size() == 1 && !outputs.contains(value)
                ? Optional.of(all.iterator().next())
                : Optional.empty();
    }

    boolean isOutput(String value) {
        return outputs.contains(value);
    }

    boolean isUnused(String value) {
        return value.isEmpty() || (!outputs.contains(value) && readers(value).isEmpty());
    }

    /// The constant with a name, here or in a graph around this one. An initializer that is also an
    /// input is none, because a caller may replace it.
    Optional<Tensor> constant(String value) {
        var initializer = initializers.get(value);
        if (initializer != null) {
            return inputs.contains(value) ? Optional.empty() : Optional.of(initializer);
        }
        var producer = producers.get(value);
        if (producer != null) {
            return producer.node().is("Constant")
                            && producer.node().attribute("value").orElse(null)
                                    instanceof TensorValue(var tensor)
                    ? Optional.of(tensor.withName(value))
                    : Optional.empty();
        }
        return inputs.contains(value) ? Optional.empty() : around.constants().apply(value);
    }

    /// The names of the constants of this graph that no caller can replace.
    List<String> ownConstants() {
        return initializers.keySet().stream().filter(name -> !inputs.contains(name)).toList();
    }

    Optional<TensorType> type(String value) {
        return constant(value).map(Tensor::valueType).or(() -> around.types().tensorType(value));
    }

    Optional<DataType> element(String value) {
        return type(value).map(TensorType::element);
    }

    Optional<Shape> shape(String value) {
        return type(value).flatMap(TensorType::shape);
    }

    /// What is known of the elements of a small integer value.
    Optional<Integers> integers(String value) {
        return around.types().followed(value);
    }

    /// All elements of an integer value, if they are known: as a constant or by inference.
    Optional<List<Long>> knownIntegers(String value) {
        return constant(value)
                .flatMap(ConstantValues::integers)
                .or(() -> integers(value).flatMap(Integers::known));
    }

    String freshName(String wanted) {
        return around.names().fresh(wanted);
    }

    /// A new constant; its name is made fresh.
    String newConstant(Tensor tensor) {
        var name = freshName(tensor.name());
        put(tensor.withName(name));
        return name;
    }

    /// Puts another node in the place of one.
    void replace(Cell cell, Node node) {
        changed = true;
        forget(cell);
        cell.setNode(node);
        remember(cell);
    }

    /// Removes a node that nobody reads.
    void remove(Cell cell) {
        changed = true;
        forget(cell);
        cell.unlink();
    }

    Cell insertBefore(Cell place, Node node) {
        changed = true;
        var cell = new Cell(node);
        link(cell, place);
        return cell;
    }

    /// Puts a constant in the place of a node with one output that is no output of the graph.
    void fold(Cell cell, Tensor tensor) {
        var name = cell.node().outputs().getFirst();
        remove(cell);
        put(tensor.withName(name));
    }

    void removeConstant(String name) {
        changed = true;
        initializers.remove(name);
    }

    /// Whether the readers of a constant that is no output can read another one instead.
    boolean canReread(String constant, String other) {
        return !outputs.contains(constant) && canRename(constant, other);
    }

    /// Removes a constant; its readers read another one instead.
    void replaceConstant(String constant, String other) {
        removeConstant(constant);
        reread(constant, other);
    }

    /// Whether a node can go when its readers read other values instead.
    ///
    /// @param values for each output of the node one that is always equal
    boolean canBypass(Cell cell, List<String> values) {
        var renamed = new HashSet<String>();
        for (int i = 0; i < cell.node().outputs().size(); i++) {
            var output = cell.node().outputs().get(i);
            if (isUnused(output)) {
                continue;
            }
            var value = values.get(i);
            if (value.isEmpty() || value.equals(output)) {
                return false;
            }
            if (!canRename(output, value)) {
                return false;
            }
            if (outputs.contains(output) && !(canBecome(value, output) && renamed.add(value))) {
                return false;
            }
        }
        return true;
    }

    /// Removes a node; its readers read other values instead. A value that takes the place of an
    /// output of the graph takes its name, too.
    void bypass(Cell cell, List<String> values) {
        changed = true;
        forget(cell);
        cell.unlink();
        for (int i = 0; i < cell.node().outputs().size(); i++) {
            var output = cell.node().outputs().get(i);
            if (!isUnused(output)) {
                if (outputs.contains(output)) {
                    rename(values.get(i), output);
                } else {
                    reread(output, values.get(i));
                }
            }
        }
    }

    /// Whether nothing is known of a node's attributes because a caller of the function sets them.
    static boolean isParametric(Node node) {
        return node.attributes().stream().anyMatch(a -> a.value() instanceof ReferenceValue);
    }

    /// The graph as it is now; the same graph if nothing was changed.
    Graph build() {
        if (!changed) {
            return original;
        }
        var nodes = cells().stream().map(Cell::finished).toList();
        var values = new ArrayList<Value>();
        for (Value value : original.values().values()) {
            if (producers.containsKey(value.name()) || initializers.containsKey(value.name())) {
                values.add(value);
            }
        }
        return new Graph(
                original.name(),
                nodes,
                original.inputs(),
                original.outputs(),
                values,
                initializers.values(),
                original.extras());
    }

    void put(Tensor tensor) {
        changed = true;
        if (around.kind() == Kind.FUNCTION) {
            var value = new Attribute("value", new TensorValue(tensor.withName("")));
            link(
                    new Cell(Node.of("", "Constant", List.of(), List.of(tensor.name()), value)),
                    end.next());
        } else {
            initializers.put(tensor.name(), tensor);
        }
    }

    /// Whether no graph inside a reader has a value of its own under one of the names.
    private boolean canRename(String value, String other) {
        return (around.names().isUnique(value) && around.names().isUnique(other))
                || readers(value).stream().noneMatch(reader -> reader.captures(value));
    }

    private boolean canBecome(String value, String output) {
        return producers.containsKey(value) && !outputs.contains(value) && canRename(value, output);
    }

    private void rename(String value, String output) {
        var producer = producer(value).orElseThrow();
        reread(value, output);
        replace(
                producer,
                producer.node()
                        .withOutputs(
                                producer.node().outputs().stream()
                                        .map(o -> o.equals(value) ? output : o)
                                        .toList()));
    }

    private void reread(String from, String to) {
        var moved = readers.remove(from);
        if (moved != null) {
            moved.forEach(reader -> reader.rename(from, to));
            readers.computeIfAbsent(to, _ -> new LinkedHashSet<>()).addAll(moved);
        }
    }

    private void link(Cell cell, Cell place) {
        cell.linkBefore(place);
        remember(cell);
    }

    private void remember(Cell cell) {
        for (String output : cell.node().outputs()) {
            if (!output.isEmpty()) {
                producers.putIfAbsent(output, cell);
            }
        }
        for (String value : cell.reads()) {
            if (!value.isEmpty()) {
                readers.computeIfAbsent(value, _ -> new LinkedHashSet<>()).add(cell);
            }
        }
    }

    private void forget(Cell cell) {
        cell.node().outputs().forEach(output -> producers.remove(output, cell));
        for (String value : cell.reads()) {
            var left = readers.get(value);
            if (left != null) {
                left.remove(cell);
            }
        }
    }
}
