package dev.lathe.model.group;

import dev.lathe.model.group.Item.Leaf;
import dev.lathe.model.group.Item.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Divides a level with too many items into parts by the form of the graph.
///
/// The items stand in topological order, and a part is a run of them, so that there can be no cycle
/// between parts. Parts are cut where the fewest values run: in a residual network that is between
/// blocks, where there is one. Then the largest part is cut again in the same way, together with
/// all of its form, as long as there is room for more items. A part of operators that only follow a
/// layer (activations and the like) joins it, and where there are still too many parts, those that
/// repeat in turn are joined to blocks. Beside a part with most of the nodes, small ones that stand
/// in a row are joined to make room.
final class Segments {
    /// The most items that a level is to have.
    static final int MOST_ITEMS = 40;

    private static final int SMALL = 8;
    private static final int MOST_COMPANIONS = 1;
    private static final double MAIN_SHARE = 0.6;
    private static final int SHARE = 12;

    private final Flow flow;

    Segments(Flow flow) {
        this.flow = flow;
    }

    /// The items with most of them joined to groups; no more than {@link #MOST_ITEMS}.
    List<Item> group(List<Item> items) {
        var strip = new Strip(flow, items);
        var folding = new Folding(strip);
        var closed = new HashSet<Long>();
        List<Span> spans = List.of(new Span(0, items.size()));
        for (var largest = largest(strip, spans, closed);
                largest.length() > 1;
                largest = largest(strip, spans, closed)) {
            long hash = strip.hash(largest);
            if (strip.nodes(largest) >= MAIN_SHARE * strip.nodes()) {
                spans = folding.joinTiny(spans);
            }
            var cut = cut(strip, folding, spans, hash);
            if (cut.size() <= spans.size() || cut.size() > MOST_ITEMS) {
                closed.add(hash);
            } else {
                spans = cut;
            }
        }
        if (spans.size() == 1) {
            spans = folding.joinEvenly(strip.all(), MOST_ITEMS);
        }
        return spans.stream().map(span -> item(items, span)).toList();
    }

    /// The largest span that is worth cutting; empty if none is.
    private static Span largest(Strip strip, List<Span> spans, Set<Long> closed) {
        var largest = new Span(0, 0);
        int size = Math.max(SMALL, strip.nodes() / SHARE);
        for (Span span : spans) {
            if (span.length() > 1
                    && strip.nodes(span) > size
                    && !closed.contains(strip.hash(span))) {
                size = strip.nodes(span);
                largest = span;
            }
        }
        return largest;
    }

    private static List<Span> cut(Strip strip, Folding folding, List<Span> spans, long hash) {
        long alike = spans.stream().filter(span -> strip.hash(span) == hash).count();
        int room = (int) ((MOST_ITEMS - spans.size() + alike) / alike);
        var result = new ArrayList<Span>();
        for (Span span : spans) {
            if (strip.hash(span) == hash && room > 1) {
                result.addAll(folding.fold(strip.cut(span), room));
            } else {
                result.add(span);
            }
        }
        return result;
    }

    /// A node with constants of its own is a group with them.
    private Item item(List<Item> items, Span span) {
        boolean alone =
                items.get(span.from()) instanceof Leaf(int node)
                        && flow.companions(node) > MOST_COMPANIONS;
        return span.length() == 1 && !alone
                ? items.get(span.from())
                : new Part("", GroupOrigin.STRUCTURE, items.subList(span.from(), span.to()));
    }
}
