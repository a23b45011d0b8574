package dev.lathe.model.group;

import java.util.List;

/// Lists of scopes, outermost first.
final class Paths {
    private Paths() {}

    /// The scopes that two paths share from the top.
    static List<String> common(List<String> a, List<String> b) {
        int length = 0;
        while (length < Math.min(a.size(), b.size()) && a.get(length).equals(b.get(length))) {
            length++;
        }
        return a.subList(0, length);
    }

    /// The path without its last scope.
    static List<String> parent(List<String> path) {
        return path.isEmpty() ? path : path.subList(0, path.size() - 1);
    }

    /// The path down to its innermost numbered scope, such as `layers.3`; empty if it has none.
    static List<String> numbered(List<String> path) {
        for (int i = path.size(); i > 0; i--) {
            var scope = path.get(i - 1);
            if (Character.isDigit(scope.charAt(scope.length() - 1))) {
                return path.subList(0, i);
            }
        }
        return List.of();
    }
}
