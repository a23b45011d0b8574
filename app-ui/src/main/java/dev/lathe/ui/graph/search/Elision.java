package dev.lathe.ui.graph.search;

import dev.lathe.model.search.Match;
import dev.lathe.ui.graph.layout.TextMeasure;
import dev.lathe.ui.graph.layout.TextRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A text cut to a width so that what matters of it can be read, in parts that are marked or not.
record Elision(List<Part> parts) {
    private static final String ELLIPSIS = "…";

    Elision {
        parts = List.copyOf(parts);
    }

    /// A run of characters.
    record Part(String text, Look look) {}

    enum Look {
        PLAIN,
        MARKED
    }

    /// Cuts a text: its beginning up to the first mark, then its end back to the last one. The end
    /// of a name says more than its beginning.
    ///
    /// @param marks parts of the text that matter
    static Elision of(
            String text, List<Match> marks, double width, double fontSize, TextMeasure measure) {
        double room = width * TextRole.LABEL.size() / fontSize;
        double used = measure.width(text, TextRole.LABEL);
        int first = marks.stream().mapToInt(Match::from).min().orElse(text.length());
        int last = marks.stream().mapToInt(Match::to).max().orElse(text.length());
        int start = 0;
        int end = text.length();
        double dots = measure.width(ELLIPSIS, TextRole.LABEL);
        while (start < end && used + ends(text, start, end) * dots > room) {
            boolean atStart = start < first || (end <= last && marks.size() > 1 && end - start > 1);
            int dropped = atStart && start < end - 1 ? start++ : --end;
            used -= measure.width(text.substring(dropped, dropped + 1), TextRole.LABEL);
        }
        return new Elision(parts(text, marks, start, end));
    }

    /// How many ends are cut off.
    private static int ends(String text, int start, int end) {
        return (start > 0 ? 1 : 0) + (end < text.length() ? 1 : 0);
    }

    private static List<Part> parts(String text, List<Match> marks, int start, int end) {
        var parts = new ArrayList<Part>();
        int at = start;
        if (start > 0) {
            parts.add(new Part(ELLIPSIS, Look.PLAIN));
        }
        for (Match mark : marks.stream().sorted(Comparator.comparingInt(Match::from)).toList()) {
            int from = Math.clamp(mark.from(), at, end);
            int to = Math.clamp(mark.to(), from, end);
            add(parts, text.substring(at, from), Look.PLAIN);
            add(parts, text.substring(from, to), Look.MARKED);
            at = to;
        }
        add(parts, text.substring(at, end), Look.PLAIN);
        if (end < text.length()) {
            parts.add(new Part(ELLIPSIS, Look.PLAIN));
        }
        return parts;
    }

    private static void add(List<Part> parts, String text, Look look) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, look));
        }
    }
}
