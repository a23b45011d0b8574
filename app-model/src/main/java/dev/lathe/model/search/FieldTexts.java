package dev.lathe.model.search;

import java.util.List;

/// The texts of a layer or a group in one string, a line each, as they are and in lower case.
///
/// A line break stands before the first line, between lines and after the last, so that a whole
/// line can be looked for. Lower case is made character by character: positions are the same in
/// both strings.
final class FieldTexts {
    /// Names longer than this are cut: regular expressions recurse over what they match.
    private static final int LONGEST = 1000;

    private final String text;
    private final String folded;
    private final int operatorAt;
    private final int inputsAt;
    private final int outputsAt;

    private FieldTexts(String text, int operatorAt, int inputsAt, int outputsAt) {
        this.text = text;
        this.folded = fold(text);
        this.operatorAt = operatorAt;
        this.inputsAt = inputsAt;
        this.outputsAt = outputsAt;
    }

    /// The texts of a layer.
    static FieldTexts of(String name, String operator, List<String> inputs, List<String> outputs) {
        var text = new StringBuilder(128).append('\n');
        append(text, name);
        int operatorAt = text.length() - 1;
        append(text, operator);
        int inputsAt = text.length() - 1;
        inputs.forEach(input -> append(text, input));
        int outputsAt = text.length() - 1;
        outputs.forEach(output -> append(text, output));
        return new FieldTexts(text.toString(), operatorAt, inputsAt, outputsAt);
    }

    /// A text that stands alone.
    static FieldTexts of(String line) {
        return of(line, "", List.of(), List.of());
    }

    /// In lower case, with the same length.
    static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.toLowerCase(text.charAt(i)) != text.charAt(i)) {
                var folded = text.toCharArray();
                for (int j = i; j < folded.length; j++) {
                    folded[j] = Character.toLowerCase(folded[j]);
                }
                return new String(folded);
            }
        }
        return text;
    }

    String text() {
        return text;
    }

    String folded() {
        return folded;
    }

    /// The lines of a field, with the line breaks before and after.
    Span name() {
        return new Span(0, operatorAt + 1);
    }

    Span operator() {
        return new Span(operatorAt, inputsAt + 1);
    }

    Span inputs() {
        return new Span(inputsAt, outputsAt + 1);
    }

    Span outputs() {
        return new Span(outputsAt, text.length());
    }

    Span all() {
        return new Span(0, text.length());
    }

    /// The match of a part, in the line that it is in.
    Match match(Span part) {
        int start = text.lastIndexOf('\n', Math.max(0, part.from() - 1)) + 1;
        int end = text.indexOf('\n', part.from());
        int to = Math.min(part.to(), end);
        return new Match(
                fieldAt(start), text.substring(start, end), part.from() - start, to - start);
    }

    private Field fieldAt(int position) {
        if (position <= operatorAt) {
            return Field.NAME;
        }
        if (position <= inputsAt) {
            return Field.OPERATOR;
        }
        return position <= outputsAt ? Field.INPUT : Field.OUTPUT;
    }

    private static void append(StringBuilder text, String line) {
        if (!line.isEmpty()) {
            var cut = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
            text.append(cut.replace('\n', ' '));
        }
        text.append('\n');
    }
}
