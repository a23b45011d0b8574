package dev.lathe.model.group;

import dev.lathe.model.group.Item.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names groups for people, each unique among its siblings.
///
/// A scope is called by its name. A part without one is called by what the names of its weights
/// begin with, or by its main operators.
final class Labels {
    private static final int MOST_OPERATORS = 2;
    private static final int FEW_NODES = 3;
    private static final Set<Character> SEPARATORS = Set.of('/', '.', '_', ':');

    private final Flow flow;
    private final Set<String> paths = new HashSet<>();

    Labels(Flow flow) {
        this.flow = flow;
    }

    /// The labels of the groups of one level, so that no other group of the tree has the same path.
    ///
    /// @param prefix what paths on this level begin with
    List<String> of(List<Part> siblings, String prefix) {
        var byWeights = siblings.stream().map(this::weightLabel).toList();
        var count = new HashMap<String, Integer>();
        byWeights.forEach(label -> count.merge(label, 1, Integer::sum));
        var result = new ArrayList<String>();
        for (int i = 0; i < siblings.size(); i++) {
            var part = siblings.get(i);
            var label = part.label();
            if (label.isEmpty()) {
                var weights = byWeights.get(i);
                boolean telling = !weights.isEmpty() && count.getOrDefault(weights, 0) == 1;
                label = telling ? weights : operators(part);
            }
            result.add(unique(prefix, label));
        }
        return result;
    }

    private String unique(String prefix, String label) {
        var name = label;
        for (int i = 2; !paths.add(prefix + name); i++) {
            name = label + " (" + i + ")";
        }
        return name;
    }

    private String weightLabel(Part part) {
        if (!part.label().isEmpty()) {
            return "";
        }
        var common = "";
        for (int node : part.nodes()) {
            for (String input : flow.node(node).inputs()) {
                if (!input.isEmpty() && flow.isConstantValue(input) && isTelling(input)) {
                    common = common.isEmpty() ? input : commonPrefix(common, input);
                    if (common.isEmpty()) {
                        return "";
                    }
                }
            }
        }
        return trimmed(common);
    }

    private static boolean isTelling(String name) {
        return name.chars().anyMatch(Character::isLetter)
                && name.chars().anyMatch(c -> SEPARATORS.contains((char) c))
                && !name.startsWith("onnx::");
    }

    private static String commonPrefix(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }

    /// The prefix up to its last separator, without the scopes before.
    private static String trimmed(String prefix) {
        int end = prefix.length();
        while (end > 0 && !SEPARATORS.contains(prefix.charAt(end - 1))) {
            end--;
        }
        while (end > 0 && SEPARATORS.contains(prefix.charAt(end - 1))) {
            end--;
        }
        var name = prefix.substring(prefix.lastIndexOf('/', Math.max(0, end - 1)) + 1, end);
        return name.chars().anyMatch(Character::isLetter) ? name : "";
    }

    /// The operators of a few nodes, `Conv + Relu`, or the most frequent of many, `Conv ×3, Gemm`.
    private String operators(Part part) {
        var counts = new LinkedHashMap<String, Integer>();
        for (int node : part.nodes()) {
            counts.merge(flow.node(node).opType(), 1, Integer::sum);
        }
        if (part.nodes().size() <= FEW_NODES) {
            return String.join(
                    " + ", part.nodes().stream().map(n -> flow.node(n).opType()).toList());
        }
        var heavy = counts.entrySet().stream().filter(e -> isHeavy(e.getKey())).toList();
        var told = heavy.isEmpty() ? List.copyOf(counts.entrySet()) : heavy;
        return told.stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_OPERATORS)
                .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " ×" + e.getValue())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static boolean isHeavy(String operator) {
        var name = operator.toUpperCase(java.util.Locale.ROOT);
        return name.contains("CONV")
                || name.contains("MATMUL")
                || name.contains("GEMM")
                || name.contains("FULLY_CONNECTED")
                || name.contains("ATTENTION")
                || name.contains("LSTM")
                || name.contains("GRU")
                || name.contains("RNN");
    }
}
