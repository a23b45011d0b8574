package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Node;
import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Scope;
import dev.lathe.ui.graph.layout.PictureBuilder.Inner;
import dev.lathe.ui.graph.layout.PictureBuilder.Surroundings;
import dev.lathe.ui.graph.layout.PictureEdge.Reading;
import dev.lathe.ui.graph.layout.ScopeWires.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// Makes the picture of one level: what is directly in a group, each as one box.
final class LevelBuilder {
    private static final int OUTSIDE = -1;

    private final PictureBuilder pictures;
    private final Scope scope;
    private final Group group;
    private final Surroundings around;
    private final ScopeWires wires;
    private final ItemBoxes makes;
    private final List<Item> items = new ArrayList<>();

    /// The item that each element of the scope is in.
    private final int[] itemOf;

    /// The edges between items, and from and to the outside, by value and reading item.
    private final SequencedMap<Wire, Reading> between = new LinkedHashMap<>();

    private final SequencedSet<String> entering = new LinkedHashSet<>();
    private final SequencedSet<String> leaving = new LinkedHashSet<>();

    private record Wire(String value, int from, int to) {}

    LevelBuilder(PictureBuilder pictures, Scope scope, Group group, Surroundings around) {
        this.pictures = pictures;
        this.scope = scope;
        this.group = group;
        this.around = around;
        this.wires = pictures.wires(scope);
        this.makes = new ItemBoxes(wires, pictures.measure());
        this.itemOf = new int[wires.size()];
        Arrays.fill(itemOf, OUTSIDE);
    }

    Inner build() throws InterruptedException {
        collect();
        wire();
        var order = order();
        var ports = ports();
        boolean framed = around == Surroundings.FRAME;
        var boxes = new ArrayList<PictureBox>();
        var edges = new ArrayList<PictureEdge>();
        var at = new int[items.size()];
        var sources = new HashMap<String, Integer>();
        for (String value : entering) {
            sources.put(value, boxes.size());
            boxes.add(framed ? makes.crossing(value) : makes.end(BoxRole.INPUT, value));
        }
        for (int item : order) {
            at[item] = boxes.size();
            boxes.add(makes.box(items.get(item), ports.get(item)));
        }
        for (String value : leaving) {
            sources.put("→" + value, boxes.size());
            boxes.add(framed ? makes.crossing(value) : makes.end(BoxRole.OUTPUT, value));
        }
        for (var wire : between.entrySet()) {
            var value = wire.getKey().value();
            int from = wire.getKey().from();
            int to = wire.getKey().to();
            edges.add(
                    new PictureEdge(
                            from < 0 ? sources.getOrDefault(value, 0) : at[from],
                            from < 0 ? 0 : ports.get(from).indexOf(value),
                            to < 0 ? sources.getOrDefault("→" + value, 0) : at[to],
                            to < 0 ? -1 : entryOf(items.get(to), value, wire.getValue()),
                            wire.getValue()));
        }
        var picture =
                new GraphPicture(
                        boxes,
                        edges,
                        folded(at),
                        framed ? entering.size() : 0,
                        framed ? leaving.size() : 0);
        return new Inner(picture, List.copyOf(entering), List.copyOf(leaving));
    }

    /// Finds what gets a box, and which elements are in it.
    private void collect() throws InterruptedException {
        boolean isRoot = group.path().isEmpty();
        for (Group child : group.children()) {
            Optional<Inner> inner =
                    pictures.isOpen(scope, child)
                            ? Optional.of(pictures.level(scope, child, Surroundings.FRAME))
                            : Optional.empty();
            int first = Integer.MAX_VALUE;
            for (Node node : child.allNodes()) {
                var element = wires.element(node);
                if (element.isPresent()) {
                    itemOf[element.get()] = items.size();
                    first = Math.min(first, element.get());
                }
            }
            if (first < Integer.MAX_VALUE) {
                var role = inner.isPresent() ? BoxRole.OPEN_GROUP : BoxRole.GROUP;
                items.add(new Item(role, Optional.of(child), Optional.empty(), "", first, inner));
            }
        }
        for (Node node : group.nodes()) {
            var element = wires.element(node);
            if (element.isPresent()) {
                Optional<Inner> inner =
                        pictures.isOpen(scope, node)
                                ? Optional.of(pictures.inside(scope, node))
                                : Optional.empty();
                var role = inner.isPresent() ? BoxRole.OPEN_NODE : BoxRole.NODE;
                add(role, Optional.of(node), "", element.get(), inner);
            }
        }
        if (isRoot) {
            int element = wires.nodes.size();
            for (String input : wires.inputs) {
                add(BoxRole.INPUT, Optional.empty(), input, element++, Optional.empty());
            }
            element += wires.outers.size();
            for (String output : wires.outputs) {
                add(BoxRole.OUTPUT, Optional.empty(), output, element++, Optional.empty());
            }
        }
    }

    private void add(
            BoxRole role, Optional<Node> node, String value, int element, Optional<Inner> inner) {
        itemOf[element] = items.size();
        items.add(new Item(role, Optional.empty(), node, value, element, inner));
    }

    /// Finds which values run between the items.
    private void wire() {
        for (int element = 0; element < itemOf.length; element++) {
            int to = itemOf[element];
            if (to == OUTSIDE) {
                continue;
            }
            for (Read read : wires.reads.get(element)) {
                var producer = wires.producer(read.value());
                if (producer.isEmpty()) {
                    continue;
                }
                int from = itemOf[producer.get()];
                if (from == to) {
                    continue;
                }
                if (from == OUTSIDE) {
                    entering.add(read.value());
                }
                var reading =
                        producer.get() >= wires.nodes.size() + wires.inputs.size()
                                ? Reading.CAPTURED
                                : read.reading();
                between.merge(
                        new Wire(read.value(), from, to),
                        reading,
                        (a, b) -> a == Reading.DIRECT ? a : b);
            }
        }
        if (!group.path().isEmpty()) {
            wireExits();
        }
    }

    private void wireExits() {
        for (int element = 0; element < wires.nodes.size(); element++) {
            int from = itemOf[element];
            if (from == OUTSIDE) {
                continue;
            }
            for (String output : wires.nodes.get(element).outputs()) {
                boolean leaves =
                        wires.readers.getOrDefault(output, List.of()).stream()
                                .anyMatch(reader -> itemOf[reader] == OUTSIDE);
                if (leaves) {
                    leaving.add(output);
                    between.put(new Wire(output, from, OUTSIDE), Reading.DIRECT);
                }
            }
        }
    }

    /// The items, each after those it depends on, inputs first.
    private List<Integer> order() {
        var order = new ItemOrder(items.size());
        for (Wire wire : between.keySet()) {
            if (wire.from() >= 0 && wire.to() >= 0) {
                order.add(wire.from(), wire.to());
            }
        }
        return order.by(item -> {
            var it = items.get(item);
            return it.role() == BoxRole.INPUT ? it.first() - wires.size() : it.first();
        });
    }

    /// For each item the values that leave it and are read, in the order in which they leave it.
    private List<List<String>> ports() {
        var ports = new ArrayList<List<String>>();
        for (Item item : items) {
            boolean isFrame = item.role() == BoxRole.OPEN_GROUP;
            ports.add(new ArrayList<>(isFrame ? item.open().exits() : List.of()));
        }
        for (Wire wire : between.keySet()) {
            if (wire.from() >= 0 && !ports.get(wire.from()).contains(wire.value())) {
                ports.get(wire.from()).add(wire.value());
            }
        }
        return ports;
    }

    /// Which entry of an open item a value goes to.
    private static int entryOf(Item item, String value, Reading reading) {
        boolean toBorder = item.role() == BoxRole.OPEN_NODE && reading == Reading.DIRECT;
        return toBorder ? -1 : item.inner().map(inner -> inner.entries().indexOf(value)).orElse(-1);
    }

    /// The layers that closed groups and readers of constants show.
    private Map<String, Integer> folded(int[] at) {
        var shown = new HashMap<String, Integer>();
        for (int item = 0; item < at.length; item++) {
            int box = at[item];
            if (items.get(item).role() == BoxRole.GROUP) {
                items.get(item)
                        .group()
                        .orElseThrow()
                        .allNodes()
                        .forEach(node -> shown.put(scope.id(node), box));
            }
        }
        wires.folded.forEach((constant, reader) -> {
            int item = itemOf[reader];
            if (item >= 0 && !items.get(item).role().isFrame()) {
                shown.putIfAbsent(scope.id(constant), at[item]);
            }
        });
        return shown;
    }
}
