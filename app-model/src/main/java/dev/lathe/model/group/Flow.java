package dev.lathe.model.group;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Wiring;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The nodes of a graph in a line: every node after those that it reads from, branches in one
/// piece, constants just before their first reader. All numbers in this package are positions in
/// this line.
///
/// The order of the file is kept where it is topological and keeps branches together about as well
/// as a depth-first order does; the measure is how far values run in all.
final class Flow {
    private static final double TOLERANCE = 1.1;

    private final Wiring wiring;
    private final boolean[] constantNumbers;
    private final int[] order;
    private final int[] positions;
    private final int[][] sources;
    private final int[][] targets;
    private final boolean[] constant;
    private final boolean[] minor;
    private final int[] companions;
    private final List<List<Wiring.Wire>> read = new ArrayList<>();
    private final List<List<Wiring.Wire>> made = new ArrayList<>();
    private final Graph graph;
    private final Set<String> outputs = new HashSet<>();

    Flow(Graph graph) {
        this.graph = graph;
        graph.outputs().forEach(output -> outputs.add(output.name()));
        wiring = Wiring.of(graph);
        constantNumbers = constants(graph, wiring);
        var depthFirst = depthFirst(graph);
        var ofFile = fileOrder();
        order = length(ofFile) <= TOLERANCE * length(depthFirst) ? ofFile : depthFirst;
        positions = inverse(order);
        int n = order.length;
        sources = new int[n][];
        targets = new int[n][];
        constant = new boolean[n];
        for (int p = 0; p < n; p++) {
            sources[p] = toPositions(wiring.sources(order[p]));
            targets[p] = toPositions(wiring.targets(order[p]));
            constant[p] = constantNumbers[order[p]];
            read.add(new ArrayList<>(2));
            made.add(new ArrayList<>(1));
        }
        wiring.wires().forEach(this::file);
        companions = companions();
        minor = new boolean[n];
        for (int p = 0; p < n; p++) {
            minor[p] = !constant[p] && knowsOnlyShapes(p);
        }
    }

    private void file(Wiring.Wire wire) {
        var turned =
                new Wiring.Wire(
                        wire.value(),
                        wire.producer() < 0 ? -1 : positions[wire.producer()],
                        wire.consumers().stream().map(c -> positions[c]).sorted().toList());
        if (turned.producer() >= 0) {
            made.get(turned.producer()).add(turned);
        }
        turned.consumers().forEach(consumer -> read.get(consumer).add(turned));
    }

    private int[] companions() {
        var result = new int[size()];
        for (int p = size() - 1; p >= 0; p--) {
            if (constant[p] && targets[p].length == 1) {
                result[targets[p][0]] += 1 + result[p];
            }
        }
        return result;
    }

    private boolean knowsOnlyShapes(int position) {
        if (node(position).is("Shape") || node(position).is("Size")) {
            return true;
        }
        boolean any = false;
        for (Wiring.Wire wire : read.get(position)) {
            int source = wire.producer();
            if (source < 0 || source >= position || !(minor[source] || constant[source])) {
                return false;
            }
            any |= minor[source];
        }
        return any;
    }

    int size() {
        return order.length;
    }

    Node node(int position) {
        return wiring.node(order[position]);
    }

    /// The positions that a node reads from; not to be changed.
    int[] sources(int position) {
        return sources[position];
    }

    /// The positions that read from a node; not to be changed.
    int[] targets(int position) {
        return targets[position];
    }

    /// Whether a node depends on no input of the graph.
    boolean isConstant(int position) {
        return constant[position];
    }

    /// Whether nothing reads a node and it makes no output of the graph.
    boolean isUnused(int position) {
        return targets[position].length == 0
                && Collections.disjoint(outputs, node(position).outputs());
    }

    /// How many constants are there for a node alone.
    int companions(int position) {
        return companions[position];
    }

    /// Whether a node depends on inputs only through their shapes.
    boolean isMinor(int position) {
        return minor[position];
    }

    /// The values that a node reads, constants left out; the numbers in them are positions.
    List<Wiring.Wire> read(int position) {
        return read.get(position);
    }

    /// The values that a node makes; the numbers in them are positions.
    List<Wiring.Wire> made(int position) {
        return made.get(position);
    }

    /// Where each input of a node comes from: a position; −1 for a value from outside the graph, −2
    /// for an initializer, −3 for an omitted input.
    int[] slots(int position) {
        return node(position).inputs().stream()
                .mapToInt(input ->
                        input.isEmpty()
                                ? -3
                                : graph.initializers().containsKey(input)
                                        ? -2
                                        : graph.producer(input)
                                                .map(n -> positions[wiring.number(n)])
                                                .orElse(-1))
                .toArray();
    }

    /// Whether a value is an initializer or made by a node that depends on no input.
    boolean isConstantValue(String value) {
        return graph.initializers().containsKey(value)
                || graph.producer(value)
                        .filter(node -> constantNumbers[wiring.number(node)])
                        .isPresent();
    }

    private static boolean[] constants(Graph graph, Wiring wiring) {
        var result = new boolean[wiring.size()];
        for (Node node : graph.topologicalOrder()) {
            int number = wiring.number(node);
            result[number] =
                    node.subgraphs().isEmpty()
                            && node.inputs().stream()
                                    .allMatch(input ->
                                            input.isEmpty()
                                                    || graph.initializers().containsKey(input)
                                                    || graph.producer(input)
                                                            .filter(p -> result[wiring.number(p)])
                                                            .isPresent());
        }
        return result;
    }

    private int[] depthFirst(Graph graph) {
        var line = new Line(wiring.size());
        for (var output : graph.outputs()) {
            graph.producer(output.name())
                    .ifPresent(node -> line.visit(wiring.number(node), _ -> true));
        }
        for (int i = 0; i < wiring.size(); i++) {
            line.visit(i, _ -> true);
        }
        return line.order;
    }

    private int[] fileOrder() {
        var line = new Line(wiring.size());
        for (int i = 0; i < wiring.size(); i++) {
            if (!constantNumbers[i]) {
                line.visit(i, source -> constantNumbers[source]);
            }
        }
        for (int i = 0; i < wiring.size(); i++) {
            line.visit(i, _ -> true);
        }
        return line.order;
    }

    /// How far the values run in an order; infinite if it is not topological though it could be.
    private double length(int[] line) {
        var at = inverse(line);
        double sum = 0;
        for (var wire : wiring.wires()) {
            if (wire.producer() < 0 || constantNumbers[wire.producer()]) {
                continue;
            }
            int last = at[wire.producer()];
            for (int consumer : wire.consumers()) {
                if (at[consumer] < at[wire.producer()]) {
                    return Double.POSITIVE_INFINITY;
                }
                last = Math.max(last, at[consumer]);
            }
            sum += last - at[wire.producer()];
        }
        return sum;
    }

    private static int[] inverse(int[] order) {
        var result = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            result[order[i]] = i;
        }
        return result;
    }

    private int[] toPositions(int[] numbers) {
        return Arrays.stream(numbers).map(number -> positions[number]).toArray();
    }

    /// Appends nodes after their sources, without recursion.
    private final class Line {
        private final int[] order;
        private final boolean[] seen;
        private int filled;

        Line(int size) {
            order = new int[size];
            seen = new boolean[size];
        }

        void visit(int start, java.util.function.IntPredicate through) {
            if (seen[start]) {
                return;
            }
            seen[start] = true;
            var stack = new ArrayDeque<int[]>();
            stack.push(new int[] {start, 0});
            while (!stack.isEmpty()) {
                var top = stack.element();
                var from = wiring.sources(top[0]);
                if (top[1] == from.length) {
                    order[filled++] = top[0];
                    stack.pop();
                } else {
                    int source = from[top[1]++];
                    if (!seen[source] && through.test(source)) {
                        seen[source] = true;
                        stack.push(new int[] {source, 0});
                    }
                }
            }
        }
    }
}
