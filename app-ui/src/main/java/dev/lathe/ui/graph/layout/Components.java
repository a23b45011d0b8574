package dev.lathe.ui.graph.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// The parts of a picture that no edge connects.
final class Components {

    /// A part, with the index that each of its boxes and edges has in the whole.
    record Part(Stubs stubs, List<Integer> boxes, List<Integer> edges) {}

    private Components() {}

    /// The parts, in the order of their first boxes.
    static List<Part> of(Stubs whole) {
        var root = roots(whole);
        var boxes = new LinkedHashMap<Integer, List<Integer>>();
        for (int box = 0; box < root.length; box++) {
            boxes.computeIfAbsent(root[box], _ -> new ArrayList<>()).add(box);
        }
        if (boxes.size() == 1) {
            return List.of(all(whole));
        }
        var edges = new LinkedHashMap<Integer, List<Integer>>();
        for (int edge = 0; edge < whole.edges().size(); edge++) {
            int of = root[whole.edges().get(edge).from()];
            edges.computeIfAbsent(of, _ -> new ArrayList<>()).add(edge);
        }
        var parts = new ArrayList<Part>(boxes.size());
        var local = new int[root.length];
        boxes.forEach((of, members) ->
                parts.add(part(whole, members, edges.getOrDefault(of, List.of()), local)));
        return parts;
    }

    /// The whole as one part.
    static Part all(Stubs whole) {
        return new Part(whole, indices(whole.cells().size()), indices(whole.edges().size()));
    }

    private static Part part(Stubs whole, List<Integer> members, List<Integer> edges, int[] local) {
        var ranks = new int[members.size()];
        for (int i = 0; i < ranks.length; i++) {
            local[members.get(i)] = i;
            ranks[i] = whole.ranks()[members.get(i)];
        }
        int least = Arrays.stream(ranks).min().orElse(0);
        Arrays.setAll(ranks, i -> ranks[i] - least);
        var moved = new ArrayList<PictureEdge>(edges.size());
        for (int index : edges) {
            var edge = whole.edges().get(index);
            moved.add(
                    new PictureEdge(
                            local[edge.from()],
                            edge.port(),
                            local[edge.to()],
                            edge.entry(),
                            edge.reading()));
        }
        var cells = members.stream().map(whole.cells()::get).toList();
        return new Part(new Stubs(cells, moved, ranks, List.of()), members, edges);
    }

    /// For each box the representative of its part.
    private static int[] roots(Stubs whole) {
        var root = new int[whole.cells().size()];
        Arrays.setAll(root, i -> i);
        for (PictureEdge edge : whole.edges()) {
            int a = find(root, edge.from());
            int b = find(root, edge.to());
            root[Math.max(a, b)] = Math.min(a, b);
        }
        Arrays.setAll(root, i -> find(root, i));
        return root;
    }

    private static int find(int[] root, int box) {
        int at = box;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    private static List<Integer> indices(int size) {
        var all = new ArrayList<Integer>(size);
        for (int i = 0; i < size; i++) {
            all.add(i);
        }
        return all;
    }
}
