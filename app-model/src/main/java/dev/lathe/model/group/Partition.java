package dev.lathe.model.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/// Divides the nodes of one level into cells between which there is no cycle.
///
/// Nodes with the same scope make a cell. Where cells depend on each other in a circle, single
/// nodes on a path out of a scope and back join it. Cells that are still in a circle are cut into
/// stages: a value that runs against the order of the cells opens the next stage, so that all edges
/// go forward in (stage, cell).
final class Partition {
    private static final int FEW = 3;
    private static final int ROUNDS = 4;
    private static final int MOST_TANGLED = 64;

    private final Flow flow;
    private final int[] cellOf;

    Partition(Flow flow) {
        this.flow = flow;
        this.cellOf = new int[flow.size()];
        Arrays.fill(cellOf, -1);
    }

    /// The cells in topological order.
    ///
    /// @param nodes positions of nodes that are not constant, ascending
    /// @param scopes by position
    /// @param depth which scope of each node tells its cell
    List<Cell> divide(List<Integer> nodes, List<List<String>> scopes, int depth) {
        var cells = byScope(nodes, scopes, depth);
        if (cells.size() == 1 || cells.stream().noneMatch(Cell::isScope)) {
            return cells;
        }
        for (int round = 0; round < ROUNDS; round++) {
            var circles = circles(cells);
            if (circles.size() == cells.size()) {
                break;
            }
            boolean last = round == ROUNDS - 1;
            var next = new ArrayList<Cell>();
            circles.forEach(circle -> next.addAll(last ? stages(circle) : untangle(circle)));
            cells = next;
        }
        return sorted(cells);
    }

    private static List<Cell> byScope(List<Integer> nodes, List<List<String>> scopes, int depth) {
        var byKey = new LinkedHashMap<Object, List<Integer>>();
        for (Integer node : nodes) {
            var path = scopes.get(node);
            Object key = path.size() > depth ? path.get(depth) : node;
            byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(node);
        }
        var cells = new ArrayList<Cell>(byKey.size());
        byKey.forEach(
                (key, members) -> cells.add(new Cell(key instanceof String s ? s : "", members)));
        return cells;
    }

    /// The cells, those that depend on each other together, in topological order.
    private List<List<Cell>> circles(List<Cell> cells) {
        var components = new Components(edges(cells)).find();
        return components.stream()
                .map(component -> Arrays.stream(component).mapToObj(cells::get).toList())
                .toList();
    }

    /// Lets each scope of a circle, the largest first, take in the single nodes that are on a path
    /// out of it and back.
    private List<Cell> untangle(List<Cell> circle) {
        if (circle.size() == 1) {
            return circle;
        }
        var singles = new ArrayList<>(circle.stream().filter(cell -> !cell.isScope()).toList());
        if (circle.size() - singles.size() > MOST_TANGLED) {
            return stages(circle);
        }
        var result = new ArrayList<Cell>();
        circle.stream()
                .filter(Cell::isScope)
                .sorted(Comparator.comparingInt((Cell cell) -> -cell.nodes().size()))
                .forEach(scope -> result.add(takeIn(scope, singles)));
        result.addAll(singles);
        return result;
    }

    private Cell takeIn(Cell scope, List<Cell> singles) {
        var all = new ArrayList<Cell>(List.of(scope));
        all.addAll(singles);
        for (List<Cell> circle : circles(all)) {
            if (circle.contains(scope)
                    && circle.size() <= 1 + Math.max(FEW, scope.nodes().size() / 2)) {
                singles.removeAll(new HashSet<>(circle));
                return circle.stream().reduce(Cell::with).orElseThrow();
            }
        }
        return scope;
    }

    private List<Cell> stages(List<Cell> circle) {
        if (circle.size() == 1) {
            return circle;
        }
        var ordered =
                circle.stream()
                        .sorted(
                                Comparator.comparingDouble(Cell::centre)
                                        .thenComparingInt(Cell::first))
                        .toList();
        mark(ordered);
        var members = ordered.stream().flatMap(cell -> cell.nodes().stream()).sorted().toList();
        var stageOf = new LinkedHashMap<Integer, Integer>();
        var parts = new TreeMap<Long, List<Integer>>();
        for (int node : members) {
            int stage = 0;
            for (int source : flow.sources(node)) {
                if (source < node && cellOf[source] >= 0) {
                    int back = cellOf[source] > cellOf[node] ? 1 : 0;
                    stage = Math.max(stage, stageOf.getOrDefault(source, 0) + back);
                }
            }
            stageOf.put(node, stage);
            long key = (long) stage * ordered.size() + cellOf[node];
            parts.computeIfAbsent(key, _ -> new ArrayList<>()).add(node);
        }
        var result = new ArrayList<Cell>();
        parts.forEach((key, nodes) ->
                result.add(new Cell(ordered.get((int) (key % ordered.size())).label(), nodes)));
        clear(ordered);
        return result;
    }

    private List<Cell> sorted(List<Cell> cells) {
        return TopologicalOrder.of(edges(cells), i -> cells.get(i).first()).stream()
                .map(cells::get)
                .toList();
    }

    private int[][] edges(List<Cell> cells) {
        mark(cells);
        var edges = new int[cells.size()][];
        for (int i = 0; i < cells.size(); i++) {
            int own = i;
            edges[i] =
                    cells.get(i).nodes().stream()
                            .flatMapToInt(node ->
                                    Arrays.stream(flow.targets(node))
                                            .filter(target -> target > node))
                            .map(target -> cellOf[target])
                            .filter(cell -> cell >= 0 && cell != own)
                            .distinct()
                            .toArray();
        }
        clear(cells);
        return edges;
    }

    private void mark(List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            for (int node : cells.get(i).nodes()) {
                cellOf[node] = i;
            }
        }
    }

    private void clear(List<Cell> cells) {
        cells.forEach(cell -> cell.nodes().forEach(node -> cellOf[node] = -1));
    }
}
