package dev.lathe.model.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a text has to be like. Upper and lower case are the same.
sealed interface TextTest {

    /// The part of some lines that this test is about, if they pass it.
    ///
    /// @param lines with the line breaks before and after
    Optional<Span> find(FieldTexts texts, Span lines, Steps steps);

    /// One of some words is part of a line.
    ///
    /// @param words in lower case
    record Contains(List<String> words) implements TextTest {
        public Contains {
            words = List.copyOf(words);
        }

        @Override
        public Optional<Span> find(FieldTexts texts, Span lines, Steps steps) {
            for (String word : words) {
                int at = texts.folded().indexOf(word, lines.from(), lines.to());
                if (at >= 0) {
                    return Optional.of(new Span(at, at + word.length()));
                }
            }
            return Optional.empty();
        }
    }

    /// A line is just this.
    ///
    /// @param line in lower case, with the line breaks before and after
    record Exact(String line) implements TextTest {

        static Exact of(String text) {
            return new Exact("\n" + FieldTexts.fold(text) + "\n");
        }

        @Override
        public Optional<Span> find(FieldTexts texts, Span lines, Steps steps) {
            int at = texts.folded().indexOf(line, lines.from(), lines.to());
            return at < 0
                    ? Optional.empty()
                    : Optional.of(new Span(at + 1, at + line.length() - 1));
        }
    }

    /// A regular expression matches a part of a line.
    record Matches(Pattern pattern) implements TextTest {

        @Override
        public Optional<Span> find(FieldTexts texts, Span lines, Steps steps) {
            var text = texts.text();
            var matcher = pattern.matcher(steps.counting(text));
            int from = lines.from() + 1;
            while (from < lines.to()) {
                int end = text.indexOf('\n', from);
                matcher.region(from, end);
                if (matcher.find()) {
                    return Optional.of(new Span(matcher.start(), matcher.end()));
                }
                from = end + 1;
            }
            return Optional.empty();
        }
    }
}
