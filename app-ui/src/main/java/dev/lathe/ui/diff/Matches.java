package dev.lathe.ui.diff;

import dev.lathe.model.diff.MergedNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which layers of the pictures of two models are one.
final class Matches {
    private final Map<Side, Map<String, MergedNode>> nodes = new EnumMap<>(Side.class);

    Matches(List<MergedNode> all) {
        for (Side side : Side.values()) {
            nodes.put(side, new HashMap<>());
        }
        for (MergedNode node : all) {
            for (Side side : Side.values()) {
                id(node, side).ifPresent(id -> of(side).putIfAbsent(id, node));
            }
        }
    }

    /// The layer in one picture that is one with a layer of another.
    Optional<String> across(Side from, String id, Side to) {
        return find(from, id).flatMap(node -> id(node, to));
    }

    /// What became of a layer of a picture.
    Optional<MergedNode> find(Side side, String id) {
        return Optional.ofNullable(of(side).get(id));
    }

    static Optional<String> id(MergedNode node, Side side) {
        return switch (side) {
            case BEFORE -> node.before();
            case AFTER -> node.after();
            case MERGED -> Optional.of(node.id());
        };
    }

    private Map<String, MergedNode> of(Side side) {
        return nodes.getOrDefault(side, Map.of());
    }
}
