package dev.lathe.model.search;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.search.Clause.Sense;
import dev.lathe.model.search.Comparison.Relation;
import dev.lathe.model.search.QueryProblem.NoValue;
import dev.lathe.model.search.QueryProblem.UnknownKey;
import dev.lathe.model.search.QueryProblem.UnknownType;
import dev.lathe.model.search.QueryProblem.WrongPattern;
import dev.lathe.model.search.Term.AttributeTerm;
import dev.lathe.model.search.Term.Extent;
import dev.lathe.model.search.Term.ShapeTerm;
import dev.lathe.model.search.Term.TextTerm;
import dev.lathe.model.search.Term.TypeTerm;
import dev.lathe.model.search.Term.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads queries.
final class QueryParser {
    /// Letters before a colon. Names such as `a::b` have no key.
    private static final Pattern KEY = Pattern.compile("([A-Za-z]+):(?!:)(.*)");

    /// What follows a colon in names of values such as `input:0`.
    private static final Pattern OUTPUT_NUMBER = Pattern.compile("\\d+");

    /// What people call types elsewhere.
    private static final Map<String, String> TYPE_NAMES =
            Map.of(
                    "fp32", "float32",
                    "fp16", "float16",
                    "half", "float16",
                    "bf16", "bfloat16",
                    "fp64", "float64",
                    "double", "float64",
                    "long", "int64",
                    "fp8", "float8",
                    "fp4", "float4",
                    "boolean", "bool");

    private final String text;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<QueryProblem> problems = new ArrayList<>();
    private Sense sense = Sense.IS;

    QueryParser(String text) {
        this.text = text;
    }

    Query parse() {
        for (String word : words()) {
            boolean negated = word.length() > 1 && word.startsWith("-");
            sense = negated ? Sense.IS_NOT : Sense.IS;
            read(negated ? word.substring(1) : word);
        }
        return new Query(text, clauses, problems);
    }

    /// The parts between spaces; spaces in quotes and brackets belong to a part.
    private List<String> words() {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        char closing = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (closing != 0) {
                closing = c == closing ? 0 : closing;
            } else if ((c == '"' || c == '[') && mayOpen(word)) {
                closing = c == '"' ? '"' : ']';
            }
            if (Character.isWhitespace(c) && closing == 0) {
                add(words, word);
            } else {
                word.append(c);
            }
        }
        add(words, word);
        return words;
    }

    private static boolean mayOpen(StringBuilder word) {
        return word.isEmpty() || "-:=<>".indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    private static void add(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private void read(String word) {
        var parts = KEY.matcher(word);
        if (!parts.matches()) {
            text(Where.ANY, word);
            return;
        }
        var key = Key.of(parts.group(1));
        var value = parts.group(2);
        if (key.isEmpty()) {
            if (!OUTPUT_NUMBER.matcher(value).matches()) {
                var meant = Key.meantBy(parts.group(1)).map(Key::word);
                problems.add(new UnknownKey(parts.group(1), meant));
            }
            text(Where.ANY, word);
        } else if (unquoted(value).isEmpty()) {
            problems.add(new NoValue(key.get().word()));
        } else {
            read(key.get(), value);
        }
    }

    private void read(Key key, String value) {
        switch (key) {
            case OP -> text(Where.OPERATOR, value);
            case NAME -> text(Where.NAME, value);
            case IN -> text(Where.INPUT, value);
            case OUT -> text(Where.OUTPUT, value);
            case SCOPE -> text(Where.PLACE, value);
            case GROUP -> text(Where.GROUP, value);
            case RE -> pattern(Where.ANY, unquoted(value));
            case SHAPE -> shape(value);
            case DTYPE -> type(unquoted(value));
            case ATTR -> attribute(value);
        }
    }

    private void text(Where where, String written) {
        if (isPattern(written)) {
            pattern(where, written.substring(1, written.length() - 1));
            return;
        }
        var bare = unquoted(written);
        if (bare.isEmpty()) {
            return;
        }
        if (isQuoted(written)) {
            add(new TextTerm(where, TextTest.Exact.of(bare)));
            return;
        }
        var words =
                Arrays.stream(FieldTexts.fold(bare).split("\\|", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (!words.isEmpty()) {
            add(new TextTerm(where, new TextTest.Contains(words)));
        }
    }

    private void pattern(Where where, String expression) {
        try {
            var pattern =
                    Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            add(new TextTerm(where, new TextTest.Matches(pattern)));
        } catch (PatternSyntaxException e) {
            int position = Math.min(e.getIndex() + 1, expression.length());
            problems.add(new WrongPattern(expression, Math.max(0, position)));
        }
    }

    private void shape(String value) {
        var dimensions = Numbers.dimensions(unquoted(value));
        if (!dimensions.isEmpty()) {
            add(new ShapeTerm(dimensions, isQuoted(value) ? Extent.WHOLE : Extent.PART));
        }
    }

    private void type(String value) {
        var types = new ArrayList<DataType>();
        for (String word : FieldTexts.fold(value).split("\\|", -1)) {
            var name = TYPE_NAMES.getOrDefault(word, word);
            Arrays.stream(DataType.values())
                    .filter(type -> !word.isEmpty() && type.label().startsWith(name))
                    .forEach(types::add);
        }
        if (types.isEmpty()) {
            problems.add(new UnknownType(value));
        } else {
            add(new TypeTerm(types));
        }
    }

    private void attribute(String value) {
        for (int i = 1; i < value.length(); i++) {
            var relation = Relation.at(value, i);
            if (relation.isPresent()) {
                attribute(
                        value.substring(0, i),
                        relation.get(),
                        value.substring(i + relation.get().sign().length()));
                return;
            }
        }
        add(new AttributeTerm(FieldTexts.fold(unquoted(value)), Comparison.NONE));
    }

    /// A comparison; while its value is not typed yet, the attribute alone.
    private void attribute(String name, Relation relation, String value) {
        add(
                new AttributeTerm(
                        FieldTexts.fold(unquoted(name)),
                        unquoted(value).isEmpty()
                                ? Comparison.NONE
                                : Comparison.of(relation, value)));
    }

    private void add(Term term) {
        clauses.add(new Clause(term, sense));
    }

    private static boolean isPattern(String word) {
        return word.length() > 2 && word.startsWith("/") && word.endsWith("/");
    }

    private static boolean isQuoted(String word) {
        return word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
    }

    /// Without quotes, also if the closing one is not typed yet.
    private static String unquoted(String word) {
        if (isQuoted(word)) {
            return word.substring(1, word.length() - 1);
        }
        return word.startsWith("\"") ? word.substring(1) : word;
    }
}
