package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.List;

/// Random tensors.
final class RandomRules {

    private RandomRules() {}

    static void register(RuleBook book) {
        book.standard(RandomRules::ofShape, "RandomNormal", "RandomUniform");
        book.standard(RandomRules::like, "RandomNormalLike", "RandomUniformLike", "Bernoulli");
        book.standard(RandomRules::multinomial, "Multinomial");
    }

    private static void ofShape(Call call) throws NotInferableException {
        var element = stated(call, 1);
        call.give(0, element);
        call.give(
                0,
                element,
                ConstantRules.shape(
                        call.node()
                                .intsAttribute("shape")
                                .orElseThrow(NotInferableException::new)));
    }

    private static void like(Call call) throws NotInferableException {
        boolean states = call.node().findInt("dtype").isPresent();
        var element = states ? stated(call, 1) : call.element(0);
        call.give(0, new TensorType(element, call.findShape(0)));
    }

    private static void multinomial(Call call) throws NotInferableException {
        var element = stated(call, DataType.INT32.code());
        call.give(0, element);
        var count = Dimension.of(call.node().intAttribute("sample_size", 1));
        call.give(0, element, new Shape(List.of(call.shape(0, 2).get(0), count)));
    }

    private static DataType stated(Call call, int defaultCode) throws NotInferableException {
        return DataType.ofCode((int) call.node().intAttribute("dtype", defaultCode))
                .orElseThrow(NotInferableException::new);
    }
}
