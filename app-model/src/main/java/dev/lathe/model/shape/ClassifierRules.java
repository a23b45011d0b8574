package dev.lathe.model.shape;

import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType.MapType;
import dev.lathe.model.graph.ValueType.SequenceType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Classifiers and feature encoders of `ai.onnx.ml` (Operators-ml.md).
final class ClassifierRules {

    private ClassifierRules() {}

    static void register(RuleBook book) {
        book.learning(ClassifierRules::classified, "LinearClassifier", "SVMClassifier");
        book.learning(ClassifierRules::classified, "TreeEnsembleClassifier");
        book.learning(ClassifierRules::trees, "TreeEnsemble");
        book.learning(ClassifierRules::oneHot, "OneHotEncoder");
        book.learning(ClassifierRules::category, "CategoryMapper");
        book.learning(ClassifierRules::extracted, "ArrayFeatureExtractor");
        book.learning(ClassifierRules::features, "FeatureVectorizer");
        book.learning(ClassifierRules::dictionary, "DictVectorizer");
        book.learning(ClassifierRules::map, "ZipMap");
        book.learning(ClassifierRules::castMap, "CastMap");
    }

    /// A label for each row, and a score for each row and class.
    private static void classified(Call call) throws NotInferableException {
        var labels = size(call, "classlabels_strings").or(() -> size(call, "classlabels_int64s"));
        labels = labels.or(() -> size(call, "classlabels_ints"));
        boolean words = size(call, "classlabels_strings").filter(count -> count > 0).isPresent();
        var element = words ? DataType.STRING : DataType.INT64;
        call.give(0, element);
        call.give(1, DataType.FLOAT);
        var x = call.shape(0);
        var rows = x.rank() == 1 ? Dimension.of(1) : x.get(0);
        call.give(0, element, new Shape(List.of(rows)));
        var classes = labels.filter(count -> count > 1).map(Dimension::of);
        call.give(1, DataType.FLOAT, new Shape(List.of(rows, classes.orElse(Dimension.UNKNOWN))));
    }

    private static Optional<Long> size(Call call, String attribute) {
        return call.node().attribute(attribute).flatMap(ClassifierRules::size);
    }

    private static Optional<Long> size(AttributeValue value) {
        return switch (value) {
            case StringsValue(var list) -> Optional.of((long) list.size());
            case IntsValue(var list) -> Optional.of((long) list.size());
            case FloatsValue(var list) -> Optional.of((long) list.size());
            default -> Optional.empty();
        };
    }

    private static void trees(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var targets = Dimension.of(call.node().intAttribute("n_targets", 1));
        call.give(0, call.element(0), new Shape(List.of(call.shape(0).get(0), targets)));
    }

    /// The shape of the input with an axis for the categories.
    private static void oneHot(Call call) throws NotInferableException {
        call.give(0, DataType.FLOAT);
        var count = size(call, "cats_int64s").or(() -> size(call, "cats_strings"));
        var result = new ArrayList<>(call.shape(0).dimensions());
        result.add(Dimension.of(count.orElseThrow(NotInferableException::new)));
        call.give(0, DataType.FLOAT, new Shape(result));
    }

    private static void category(Call call) throws NotInferableException {
        var element = call.element(0) == DataType.STRING ? DataType.INT64 : DataType.STRING;
        call.give(0, new TensorType(element, call.findShape(0)));
    }

    /// Columns picked from the last axis; a vector becomes one row.
    private static void extracted(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0);
        var picked = DimensionMath.product(call.shape(1).dimensions());
        call.give(
                0,
                call.element(0),
                x.rank() == 1 ? new Shape(List.of(Dimension.of(1), picked)) : x.with(-1, picked));
    }

    private static void features(Call call) throws NotInferableException {
        call.give(0, DataType.FLOAT);
        var widths = call.node().intsAttribute("inputdimensions");
        long sum =
                widths.orElseThrow(NotInferableException::new).stream()
                        .mapToLong(Long::longValue)
                        .sum();
        var x = call.shape(0);
        var rows = x.rank() == 1 ? Dimension.of(1) : x.get(0);
        call.give(0, DataType.FLOAT, new Shape(List.of(rows, Dimension.of(sum))));
    }

    /// One row with a column for each word.
    private static void dictionary(Call call) throws NotInferableException {
        if (!(call.type(0) instanceof MapType(_, TensorType(var element, _)))) {
            throw new NotInferableException();
        }
        call.give(0, element);
        var words = size(call, "string_vocabulary").or(() -> size(call, "int64_vocabulary"));
        long columns = words.orElseThrow(NotInferableException::new);
        call.give(0, element, Shape.of(1, columns));
    }

    private static void map(Call call) {
        boolean words = size(call, "classlabels_strings").filter(count -> count > 0).isPresent();
        var key = words ? DataType.STRING : DataType.INT64;
        call.give(
                0,
                new SequenceType(new MapType(key, new TensorType(DataType.FLOAT, Shape.SCALAR))));
    }

    private static void castMap(Call call) {
        var element =
                switch (call.node().stringAttribute("cast_to", "TO_FLOAT")) {
                    case "TO_STRING" -> DataType.STRING;
                    case "TO_INT64" -> DataType.INT64;
                    default -> DataType.FLOAT;
                };
        boolean sparse = call.node().stringAttribute("map_form", "DENSE").equals("SPARSE");
        var columns =
                sparse ? Dimension.of(call.node().intAttribute("max_map", 1)) : Dimension.UNKNOWN;
        call.give(0, element, new Shape(List.of(Dimension.of(1), columns)));
    }
}
