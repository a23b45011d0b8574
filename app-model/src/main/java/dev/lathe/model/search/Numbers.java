package dev.lathe.model.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads numbers and dimensions as people write them.
final class Numbers {
    private static final Pattern SEPARATOR = Pattern.compile("[x×,\\s]+", Pattern.CASE_INSENSITIVE);

    /// A decimal number; what `Double.parseDouble` takes beyond that (`1f`, `0x1p3`) is none.
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?", Pattern.CASE_INSENSITIVE);

    /// An `x` between dimensions: beside a digit or a question mark, so that symbols such as `max`
    /// stay whole.
    private static final Pattern BETWEEN = Pattern.compile("(?<=[\\d?])x|x(?=[\\d?])");

    private Numbers() {}

    /// The numbers in `3`, `3x3`, `1, 2` or `-0.5`; none if anything else is there.
    static List<Double> parse(String text) {
        var numbers = new ArrayList<Double>();
        for (String part : SEPARATOR.split(text.strip(), -1)) {
            if (!NUMBER.matcher(part).matches()) {
                return List.of();
            }
            numbers.add(Double.valueOf(part));
        }
        return numbers;
    }

    /// The dimensions in `1x64x?`, `1×64` or `batch,64`, in lower case.
    static List<String> dimensions(String text) {
        var folded = FieldTexts.fold(text);
        if (folded.startsWith("[")) {
            folded = folded.substring(1, folded.length() - (folded.endsWith("]") ? 1 : 0));
        }
        boolean plain = folded.contains(",") || folded.contains("×") || folded.contains("*");
        var parts = plain ? folded.split("[,×*]", -1) : BETWEEN.split(folded, -1);
        var dimensions = new ArrayList<String>();
        for (String part : parts) {
            if (!part.isBlank()) {
                dimensions.add(part.strip());
            }
        }
        return dimensions;
    }
}
