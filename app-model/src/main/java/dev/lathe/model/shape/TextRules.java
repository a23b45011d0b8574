package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.List;

/// Operators on strings and on files in memory.
final class TextRules {

    private TextRules() {}

    static void register(RuleBook book) {
        book.standard(TextRules::concat, "StringConcat");
        book.standard(TextRules::match, "RegexFullMatch");
        book.standard(TextRules::split, "StringSplit");
        book.standard(TextRules::normalize, "StringNormalizer");
        book.standard(TextRules::count, "TfIdfVectorizer");
        book.standard(TextRules::decodeImage, "ImageDecoder");
    }

    private static void concat(Call call) throws NotInferableException {
        call.give(0, DataType.STRING);
        call.give(0, DataType.STRING, Broadcast.of(call.shape(0), call.shape(1)));
    }

    private static void match(Call call) {
        call.give(0, new TensorType(DataType.BOOL, call.findShape(0)));
    }

    /// The parts, padded to the longest row, and their numbers.
    private static void split(Call call) throws NotInferableException {
        call.give(0, DataType.STRING);
        call.give(1, new TensorType(DataType.INT64, call.findShape(0)));
        var parts = new ArrayList<>(call.shape(0).dimensions());
        parts.add(Dimension.UNKNOWN);
        call.give(0, DataType.STRING, new Shape(parts));
    }

    /// Stop words are dropped from the last axis.
    private static void normalize(Call call) throws NotInferableException {
        call.give(0, DataType.STRING);
        call.give(0, DataType.STRING, call.shape(0).with(-1, Dimension.UNKNOWN));
    }

    private static void count(Call call) throws NotInferableException {
        call.give(0, DataType.FLOAT);
        var indexes =
                call.node().intsAttribute("ngram_indexes").orElseThrow(NotInferableException::new);
        long columns = indexes.stream().mapToLong(Long::longValue).max().orElse(-1) + 1;
        var result = new ArrayList<>(call.shape(0).dimensions());
        if (!result.isEmpty()) {
            result.removeLast();
        }
        result.add(Dimension.of(columns));
        call.give(0, DataType.FLOAT, new Shape(result));
    }

    private static void decodeImage(Call call) {
        boolean gray = call.node().stringAttribute("pixel_format", "RGB").equals("Grayscale");
        call.give(
                0,
                DataType.UINT8,
                new Shape(
                        List.of(Dimension.UNKNOWN, Dimension.UNKNOWN, Dimension.of(gray ? 1 : 3))));
    }
}
