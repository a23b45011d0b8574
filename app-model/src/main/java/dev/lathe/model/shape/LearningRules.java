package dev.lathe.model.shape;

import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.List;

/// The classical learners of `ai.onnx.ml`, and the optimizers of `ai.onnx.preview.training`.
final class LearningRules {

    private LearningRules() {}

    static void register(RuleBook book) {
        book.learning(ElementwiseRules::same, "Binarizer");
        book.learning(LearningRules::scaled, "Imputer", "Normalizer", "Scaler");
        book.learning(LearningRules::label, "LabelEncoder");
        book.learning(
                LearningRules::regressed,
                "LinearRegressor",
                "SVMRegressor",
                "TreeEnsembleRegressor");
        book.training(call -> optimized(call, 2), "Adagrad", "Momentum");
        book.training(call -> optimized(call, 3), "Adam");
    }

    private static void scaled(Call call) throws NotInferableException {
        var element = call.node().opType().equals("Imputer") ? call.element(0) : DataType.FLOAT;
        call.give(0, new TensorType(element, call.findShape(0)));
    }

    /// The output has the type of the values that the node lists.
    private static void label(Call call) throws NotInferableException {
        for (var attribute : call.node().attributes()) {
            if (!attribute.name().startsWith("values_")) {
                continue;
            }
            var element =
                    switch (attribute.value()) {
                        case StringsValue _ -> DataType.STRING;
                        case IntsValue _ -> DataType.INT64;
                        case FloatsValue _ -> DataType.FLOAT;
                        case dev.lathe.model.graph.AttributeValue.TensorValue(var tensor) ->
                                tensor.type();
                        default -> throw new NotInferableException();
                    };
            call.give(0, new TensorType(element, call.findShape(0)));
            return;
        }
        if (call.node().attribute("classes_strings").isPresent()) {
            var element = call.element(0) == DataType.STRING ? DataType.INT64 : DataType.STRING;
            call.give(0, new TensorType(element, call.findShape(0)));
        }
    }

    private static void regressed(Call call) throws NotInferableException {
        call.give(0, DataType.FLOAT);
        var targets =
                call.node().findInt("n_targets").isPresent()
                        ? call.node().intAttribute("n_targets", 1)
                        : call.node().intAttribute("targets", 1);
        var rows = call.shape(0).rank() == 1 ? Dimension.of(1) : call.shape(0).get(0);
        call.give(0, DataType.FLOAT, new Shape(List.of(rows, Dimension.of(targets))));
    }

    /// Inputs: rate, step, then weights, gradients and states, each as many as there are weights.
    ///
    /// @param kept groups of inputs that come out changed
    private static void optimized(Call call, int kept) throws NotInferableException {
        int groups = kept + 1;
        int weights = (call.inputs() - 2) / groups;
        for (int i = 0; i < weights; i++) {
            call.give(i, call.type(2 + i));
            for (int state = 1; state < kept; state++) {
                call.give(state * weights + i, call.type(2 + (state + 1) * weights + i));
            }
        }
    }
}
