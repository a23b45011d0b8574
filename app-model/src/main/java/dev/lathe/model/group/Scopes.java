package dev.lathe.model.group;

import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The modules that each node is in, from the source of names that says most.
final class Scopes {
    /// Scopes nested deeper than this are not told apart, so that no file can exhaust the stack.
    private static final int DEEPEST = 32;

    private static final double ENOUGH = 0.5;
    private static final double ENOUGH_WEIGHTS = 0.5;
    private static final int FEWEST_MODULES = 3;

    private final Flow flow;
    private GroupOrigin origin = GroupOrigin.STRUCTURE;

    private Scopes(Flow flow) {
        this.flow = flow;
    }

    /// The scopes of every node, by position, outermost first; and where they are from.
    record Found(List<List<String>> paths, GroupOrigin origin) {}

    static Found find(Flow flow, Map<String, Tensor> initializers) {
        var scopes = new Scopes(flow);
        var paths = scopes.choose(initializers);
        return new Found(paths, scopes.origin);
    }

    private List<List<String>> choose(Map<String, Tensor> initializers) {
        var noted = collect(ScopeNames::ofMetadata);
        if (says(noted, ENOUGH)) {
            origin = GroupOrigin.METADATA;
            return new ScopeFlow(flow, noted, path -> path).complete();
        }
        var names = collect(ScopeNames::ofName);
        if (!says(names, ENOUGH)) {
            names = collect(ScopeNames::ofOutput);
        }
        if (says(names, ENOUGH)) {
            origin = GroupOrigin.NAMES;
            return new ScopeFlow(flow, names, path -> path).complete();
        }
        var weights = new WeightScopes(flow, initializers);
        var paths = weights.paths();
        if (weights.share() >= ENOUGH_WEIGHTS && modules(paths) >= FEWEST_MODULES) {
            origin = GroupOrigin.WEIGHTS;
            return new ScopeFlow(flow, paths, Paths::parent).complete();
        }
        return Collections.nCopies(flow.size(), List.of());
    }

    private List<List<String>> collect(Function<Node, List<String>> source) {
        var result = new ArrayList<List<String>>(flow.size());
        for (int i = 0; i < flow.size(); i++) {
            result.add(limited(source.apply(flow.node(i))));
        }
        return result;
    }

    /// A path without what is too deep.
    static List<String> limited(List<String> path) {
        return path.size() <= DEEPEST ? path : path.subList(0, DEEPEST);
    }

    private boolean says(List<List<String>> paths, double least) {
        int all = 0;
        int scoped = 0;
        for (int i = 0; i < flow.size(); i++) {
            if (!flow.isConstant(i)) {
                all++;
                scoped += paths.get(i).isEmpty() ? 0 : 1;
            }
        }
        return scoped > 0 && scoped >= least * all;
    }

    private static long modules(List<List<String>> paths) {
        return new HashSet<>(paths).size();
    }
}
