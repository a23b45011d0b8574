package dev.lathe.model.simplify;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides which rewrites are made, and counts them.
///
/// Rewriting is repeatable: with the same decisions the same rewrites are asked for in the same
/// order. So a rewrite that changes outputs is found by making ever fewer of the first ones, like
/// `-opt-bisect-limit` of LLVM does.
final class Gate {
    private final Set<Pass> closed;
    private final Set<Rewrite> refused;
    private final int limit;
    private final Map<Pass, Integer> counts = new EnumMap<>(Pass.class);
    private int admitted;
    private Optional<Rewrite> last = Optional.empty();

    /// One rewrite.
    ///
    /// @param site the node by its name, or by its output if it has none, with the place of its
    ///   graph
    record Rewrite(Pass pass, String site) {}

    /// A gate.
    ///
    /// @param closed passes of which nothing is admitted
    /// @param limit the most rewrites that are admitted
    Gate(Set<Pass> closed, Set<Rewrite> refused, int limit) {
        this.closed = Set.copyOf(closed);
        this.refused = new HashSet<>(refused);
        this.limit = limit;
    }

    /// A gate that admits everything.
    static Gate open() {
        return new Gate(Set.of(), Set.of(), Integer.MAX_VALUE);
    }

    /// Whether a rewrite may be made; it has to be made then.
    boolean admits(Pass pass, String site) {
        var rewrite = new Rewrite(pass, site);
        if (closed.contains(pass) || admitted >= limit || refused.contains(rewrite)) {
            return false;
        }
        admitted++;
        counts.merge(pass, 1, Integer::sum);
        last = Optional.of(rewrite);
        return true;
    }

    /// Whether any rewrite of a pass can be admitted.
    boolean isOpen(Pass pass) {
        return !closed.contains(pass) && admitted < limit;
    }

    int admitted() {
        return admitted;
    }

    /// The last rewrite that was admitted.
    Optional<Rewrite> last() {
        return last;
    }

    /// The rewrites of each pass that made some.
    Map<Pass, Integer> counts() {
        return counts;
    }
}
