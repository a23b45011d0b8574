package dev.lathe.model.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Gives nodes without scopes those of their surroundings.
///
/// A node between two modules belongs to what encloses both: a Softmax between `attn.query` and
/// `attn.out` to `attn`. An activation or addition at the end of a numbered block stays in it,
/// where a module's own code ends most often.
final class ScopeFlow {
    private static final Set<String> CLOSERS =
            Set.of(
                    "Relu",
                    "Add",
                    "Sum",
                    "Clip",
                    "Mul",
                    "Sigmoid",
                    "LeakyRelu",
                    "PRelu",
                    "Gelu",
                    "Concat");

    private final Flow flow;
    private final List<List<String>> given;
    private final UnaryOperator<List<String>> caller;

    /// @param given by position; empty for nodes without scopes
    /// @param caller the scopes of the code that calls what is in the given scopes
    ScopeFlow(Flow flow, List<List<String>> given, UnaryOperator<List<String>> caller) {
        this.flow = flow;
        this.given = given;
        this.caller = caller;
    }

    /// The scopes of every node that has a reader or a source with scopes.
    List<List<String>> complete() {
        var after = after();
        var result = new ArrayList<List<String>>(flow.size());
        for (int i = 0; i < flow.size(); i++) {
            result.add(
                    given.get(i).isEmpty() && !flow.isConstant(i)
                            ? between(i, before(i, result), after.get(i))
                            : given.get(i));
        }
        return result;
    }

    /// The scopes of the code that runs just before a node.
    private List<String> before(int position, List<List<String>> result) {
        int nearest = -1;
        for (int source : flow.sources(position)) {
            if (source < position && !flow.isConstant(source)) {
                nearest = Math.max(nearest, source);
            }
        }
        if (nearest < 0) {
            return List.of();
        }
        return given.get(nearest).isEmpty()
                ? result.get(nearest)
                : caller.apply(given.get(nearest));
    }

    /// By position: the scopes of the code that runs next and has some.
    private List<List<String>> after() {
        var result = new ArrayList<List<String>>(Collections.nCopies(flow.size(), List.of()));
        for (int i = flow.size() - 1; i >= 0; i--) {
            int nearest = Integer.MAX_VALUE;
            for (int target : flow.targets(i)) {
                nearest = target > i ? Math.min(nearest, target) : nearest;
            }
            if (nearest < Integer.MAX_VALUE) {
                result.set(
                        i,
                        given.get(nearest).isEmpty()
                                ? result.get(nearest)
                                : caller.apply(given.get(nearest)));
            }
        }
        return result;
    }

    private List<String> between(int position, List<String> before, List<String> after) {
        var common = Paths.common(before, after);
        if (CLOSERS.contains(flow.node(position).opType())) {
            var block = Paths.numbered(before);
            return block.size() > common.size() ? block : common;
        }
        return common;
    }
}
