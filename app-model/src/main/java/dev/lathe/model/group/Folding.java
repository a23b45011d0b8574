package dev.lathe.model.group;

import java.util.ArrayList;
import java.util.List;

/// Joins neighbouring spans until there are few enough.
final class Folding {
    private static final int LONGEST_PERIOD = 256;
    private static final double NEARLY = 0.9;
    private static final int MOST_FOLLOWERS = 4;
    private static final int TINY = 100;
    private static final double WORTH = 0.3;

    private final Strip strip;

    Folding(Strip strip) {
        this.strip = strip;
    }

    /// The spans, joined to no more than there is room for.
    List<Span> fold(List<Span> spans, int room) {
        var folded = joinFollowers(spans);
        while (folded.size() > room) {
            var repeated = joinRepeated(folded);
            folded = repeated.size() < folded.size() ? repeated : joinEvenly(folded, room);
        }
        return folded;
    }

    /// The spans with neighbours joined that are tiny beside the whole.
    List<Span> joinTiny(List<Span> spans) {
        int tiny = strip.nodes() / TINY;
        var result = new ArrayList<Span>();
        for (Span span : spans) {
            if (!result.isEmpty() && strip.nodes(result.getLast().to(span)) <= tiny) {
                result.add(result.removeLast().to(span));
            } else {
                result.add(span);
            }
        }
        return result;
    }

    private List<Span> joinFollowers(List<Span> spans) {
        var result = new ArrayList<Span>();
        int joined = 0;
        for (Span span : spans) {
            if (!result.isEmpty() && joined < MOST_FOLLOWERS && strip.isFollower(span)) {
                result.add(result.removeLast().to(span));
                joined++;
            } else {
                result.add(span);
                joined = 0;
            }
        }
        return result;
    }

    /// Joins spans that repeat in turn (A B C A B C …) to blocks (ABC ABC …). The period is the
    /// shortest that covers about as much as any does.
    private List<Span> joinRepeated(List<Span> spans) {
        var keys = spans.stream().mapToLong(strip::hash).toArray();
        int longest = Math.min(LONGEST_PERIOD, keys.length / 2);
        var covered = new int[longest + 1];
        int best = 0;
        for (int period = 2; period <= longest; period++) {
            covered[period] = runs(keys, period).stream().mapToInt(Span::length).sum();
            best = Math.max(best, covered[period]);
        }
        if (best < WORTH * keys.length) {
            return spans;
        }
        for (int period = 2; period <= longest; period++) {
            if (covered[period] >= NEARLY * best) {
                return join(spans, runs(keys, period), period);
            }
        }
        return spans;
    }

    /// The runs of keys that repeat with a period at least twice and are not all the same.
    private static List<Span> runs(long[] keys, int period) {
        var runs = new ArrayList<Span>();
        int i = 0;
        while (i + period < keys.length) {
            int from = i;
            while (i + period < keys.length && keys[i] == keys[i + period]) {
                i++;
            }
            if (i - from >= period && !isUniform(keys, from, period)) {
                runs.add(new Span(from, i + period));
                i += period;
            } else {
                i = Math.max(i, from + 1);
            }
        }
        return runs;
    }

    private static boolean isUniform(long[] keys, int from, int period) {
        for (int i = from + 1; i < from + period; i++) {
            if (keys[i] != keys[from]) {
                return false;
            }
        }
        return true;
    }

    private List<Span> join(List<Span> spans, List<Span> runs, int period) {
        var result = new ArrayList<Span>();
        int at = 0;
        for (Span run : runs) {
            int start = run.from() + phase(spans, run, period);
            result.addAll(spans.subList(at, start));
            at = start;
            while (at + period <= run.to()) {
                result.add(spans.get(at).to(spans.get(at + period - 1)));
                at += period;
            }
        }
        result.addAll(spans.subList(at, spans.size()));
        return result;
    }

    /// Where in a run the blocks begin: where the fewest values run, among the places that lose no
    /// block.
    private int phase(List<Span> spans, Span run, int period) {
        int best = 0;
        for (int i = 0; i <= run.length() % period; i++) {
            int width = strip.width(spans.get(run.from() + i).from());
            if (width < strip.width(spans.get(run.from() + best).from())) {
                best = i;
            }
        }
        return best;
    }

    /// Joins spans to parts of about the same number of nodes.
    List<Span> joinEvenly(List<Span> spans, int room) {
        int parts = Math.max(2, Math.min(room, (int) Math.ceil(Math.sqrt(spans.size()))));
        double nodes = strip.nodes(spans.getFirst().to(spans.getLast()));
        var result = new ArrayList<Span>();
        int from = 0;
        double before = 0;
        for (int i = 0; i < spans.size(); i++) {
            before += strip.nodes(spans.get(i));
            int left = parts - result.size() - 1;
            boolean full = left > 0 && before >= nodes * (result.size() + 1) / parts;
            if (full || i == spans.size() - 1) {
                result.add(spans.get(from).to(spans.get(i)));
                from = i + 1;
            }
        }
        return result;
    }
}
