package dev.lathe.model.diff;

import dev.lathe.model.diff.NodeDiff.MatchedBy;
import java.util.ArrayList;
import java.util.List;

/// Matches what is left by the order of the nodes.
///
/// The matched pairs that keep their order divide both topological orders into gaps. In each gap
/// the longest common subsequence of operators is matched; a pair with the same attributes and
/// sizes counts double. A large gap is divided evenly first.
final class SequenceMatching {
    /// The most nodes of one table of common subsequences.
    private static final int PIECE = 1000;

    /// The score of a pair with the same attributes and sizes.
    private static final int EQUAL = 2;

    private final Matching matching;
    private final Side before;
    private final Side after;

    SequenceMatching(Matching matching) {
        this.matching = matching;
        this.before = matching.before();
        this.after = matching.after();
    }

    void run() {
        int fromA = 0;
        int fromB = 0;
        for (int a : ordered()) {
            int toA = before.rank(a);
            int toB = after.rank(matching.after(a));
            matchGap(gap(before, fromA, toA, true), gap(after, fromB, toB, false));
            fromA = toA + 1;
            fromB = toB + 1;
        }
        matchGap(gap(before, fromA, before.size(), true), gap(after, fromB, after.size(), false));
    }

    /// The longest run of matched nodes that stand in the same order in both graphs (patience
    /// sorting, as in Bespamyatnikh and Segal, "Enumerating longest increasing subsequences and
    /// patience sorting", 2000).
    private List<Integer> ordered() {
        var tails = new ArrayList<Integer>();
        var previous = new int[before.size()];
        for (int a : before.order()) {
            if (matching.after(a) < 0) {
                continue;
            }
            int place = place(tails, after.rank(matching.after(a)));
            previous[a] = place == 0 ? -1 : tails.get(place - 1);
            if (place == tails.size()) {
                tails.add(a);
            } else {
                tails.set(place, a);
            }
        }
        var result = new ArrayList<Integer>();
        for (int a = tails.isEmpty() ? -1 : tails.getLast(); a >= 0; a = previous[a]) {
            result.add(a);
        }
        return result.reversed();
    }

    private int place(List<Integer> tails, int rank) {
        int low = 0;
        int high = tails.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (after.rank(matching.after(tails.get(middle))) < rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Integer> gap(Side side, int from, int to, boolean first) {
        var result = new ArrayList<Integer>();
        for (int rank = from; rank < to; rank++) {
            int node = side.order()[rank];
            if ((first ? matching.after(node) : matching.before(node)) < 0) {
                result.add(node);
            }
        }
        return result;
    }

    /// Matches the equal beginnings and ends of a gap, then what is between, in pieces if it is
    /// large.
    private void matchGap(List<Integer> ours, List<Integer> others) {
        int least = Math.min(ours.size(), others.size());
        int start = 0;
        while (start < least && score(ours.get(start), others.get(start)) == EQUAL) {
            matching.match(ours.get(start), others.get(start), MatchedBy.ORDER);
            start++;
        }
        int end = 0;
        while (end < least - start
                && score(ours.get(ours.size() - 1 - end), others.get(others.size() - 1 - end))
                        == EQUAL) {
            end++;
            matching.match(
                    ours.get(ours.size() - end), others.get(others.size() - end), MatchedBy.ORDER);
        }
        var a = ours.subList(start, ours.size() - end);
        var b = others.subList(start, others.size() - end);
        int pieces = (Math.max(a.size(), b.size()) + PIECE - 1) / PIECE;
        for (int i = 0; i < pieces; i++) {
            matchPiece(piece(a, i, pieces), piece(b, i, pieces));
        }
    }

    private static List<Integer> piece(List<Integer> nodes, int index, int pieces) {
        return nodes.subList(
                (int) ((long) nodes.size() * index / pieces),
                (int) ((long) nodes.size() * (index + 1) / pieces));
    }

    private void matchPiece(List<Integer> ours, List<Integer> others) {
        int n = ours.size();
        int m = others.size();
        var best = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                int skip = Math.max(best[i + 1][j], best[i][j + 1]);
                int score = score(ours.get(i), others.get(j));
                best[i][j] = score == 0 ? skip : Math.max(skip, best[i + 1][j + 1] + score);
            }
        }
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            int score = score(ours.get(i), others.get(j));
            if (score > 0 && best[i][j] == best[i + 1][j + 1] + score) {
                matching.match(ours.get(i++), others.get(j++), MatchedBy.ORDER);
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private int score(int a, int b) {
        if (!before.family(a).equals(after.family(b))) {
            return 0;
        }
        return before.kind(a, true) == after.kind(b, true) ? EQUAL : 1;
    }
}
