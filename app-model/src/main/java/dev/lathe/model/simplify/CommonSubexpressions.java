package dev.lathe.model.simplify;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Has what is computed twice computed once, and what is stored twice stored once.
final class CommonSubexpressions implements SimplifyPass {
    @Override
    public Pass kind() {
        return Pass.COMMON_SUBEXPRESSIONS;
    }

    /// What two nodes have in common that compute the same.
    private record Expression(
            String operator, String domain, List<String> inputs, Map<String, AttributeValue> with) {
        static Expression of(Node node) {
            var attributes = new HashMap<String, AttributeValue>();
            for (Attribute attribute : node.attributes()) {
                attributes.put(attribute.name(), attribute.value());
            }
            var domain = node.isStandard() ? "" : node.domain();
            return new Expression(node.opType(), domain, node.inputs(), attributes);
        }
    }

    /// What equal constants have in common that is quick to compare.
    private record Likeness(DataType type, List<Long> sizes, long hash) {}

    @Override
    public void run(Rewriting rewriting) {
        mergeConstants(rewriting);
        mergeNodes(rewriting);
    }

    private static void mergeNodes(Rewriting rewriting) {
        var graph = rewriting.graph();
        var seen = new HashMap<Expression, Cell>();
        for (Cell cell : graph.cells()) {
            var node = cell.node();
            if (!Operators.isPure(node) || hasCarried(node)) {
                continue;
            }
            var first = seen.putIfAbsent(Expression.of(node), cell);
            if (first != null && covers(first.node(), node)) {
                rewriting.bypass(cell, first.node().outputs());
            }
        }
    }

    /// Whether a node gives all outputs that another one gives.
    private static boolean covers(Node node, Node other) {
        for (int i = 0; i < other.outputs().size(); i++) {
            boolean given = i < node.outputs().size() && !node.outputs().get(i).isEmpty();
            if (!given && !other.outputs().get(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// Whether an attribute has a value that is kept in the file's encoding only.
    private static boolean hasCarried(Node node) {
        return node.attributes().stream()
                .anyMatch(a -> a.value() instanceof AttributeValue.CarriedValue);
    }

    private static void mergeConstants(Rewriting rewriting) {
        var graph = rewriting.graph();
        var alike = new HashMap<Likeness, List<Tensor>>();
        for (List<Tensor> group : sameSizes(graph)) {
            for (Tensor tensor : group) {
                long hash = ConstantValues.hash(tensor.bytes().orElseThrow());
                var seen =
                        alike.computeIfAbsent(
                                new Likeness(tensor.type(), tensor.sizes(), hash),
                                _ -> new ArrayList<>(1));
                var first = seen.stream().filter(other -> isEqual(other, tensor)).findFirst();
                if (first.isEmpty()) {
                    seen.add(tensor);
                } else if (graph.canReread(tensor.name(), first.get().name())
                        && rewriting.admits(tensor.name())) {
                    graph.replaceConstant(tensor.name(), first.get().name());
                }
            }
        }
    }

    /// The constants that share type and sizes with others, in groups.
    private static List<List<Tensor>> sameSizes(WorkGraph graph) {
        var groups = new HashMap<Likeness, List<Tensor>>();
        for (String name : graph.ownConstants()) {
            var tensor = graph.constant(name).orElseThrow();
            if (tensor.bytes().isPresent()) {
                groups.computeIfAbsent(
                                new Likeness(tensor.type(), tensor.sizes(), 0),
                                _ -> new ArrayList<>(1))
                        .add(tensor);
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .sorted(Comparator.comparing(group -> group.getFirst().name()))
                .toList();
    }

    private static boolean isEqual(Tensor a, Tensor b) {
        return a.bytes().orElseThrow().mismatch(b.bytes().orElseThrow()) == -1;
    }
}
