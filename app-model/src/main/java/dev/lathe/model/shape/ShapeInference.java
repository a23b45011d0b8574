package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension.Symbolic;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Infers the element types and shapes of all values of a model from its inputs and constants.
///
/// Inference starts from what the file states of the inputs; constants state themselves. What it
/// infers for the output of a node is kept over what the file states, because a statement outlives
/// edits; a statement fills in only what inference does not know, and is dropped whole where it
/// contradicts what inference knows. Small tensors that carry shapes are followed element by
/// element. A symbol (`batch`) stays a symbol; what is computed from symbols is a symbol that
/// spells the expression (`batch*12`); an unnamed dimension of an input is named after it
/// (`data[0]`). An operator that is not known, or is used against its specification, leaves its
/// outputs as the file states them.
public final class ShapeInference {

    private static final long LEAST_BUDGET = 2_000_000;
    private static final long BUDGET_PER_NODE = 64;

    private ShapeInference() {}

    /// The types of all values, symbols left as they are.
    public static InferredTypes infer(ModelGraph model) {
        return infer(model, Map.of());
    }

    /// The types of all values when symbols have the given sizes.
    ///
    /// @param bindings sizes by symbol, also by the name that an unnamed dimension of an input gets
    ///   (`data[0]`)
    public static InferredTypes infer(ModelGraph model, Map<String, Long> bindings) {
        var functions = new HashMap<String, LocalFunction>();
        for (LocalFunction function : model.functions()) {
            functions.putIfAbsent(function.domain() + ":" + function.name(), function);
        }
        var scope =
                Scope.of(
                        new Scope.Model(functions, Map.copyOf(bindings), budget(model)),
                        model.header().opsets(),
                        model.graph());
        new GraphInference(model.graph(), scope).run();
        return scope.inferred();
    }

    /// Enough to look at every value many times, and little enough to end within seconds whatever
    /// the file says.
    private static long budget(ModelGraph model) {
        return LEAST_BUDGET + BUDGET_PER_NODE * model.graph().nodes().size();
    }

    /// Bindings that set the batch to one: each symbol that is the first dimension of an input, or
    /// whose name says batch, and each unnamed first dimension. Inputs of one dimension have no
    /// batch.
    public static Map<String, Long> batchOfOne(ModelGraph model) {
        var bindings = new LinkedHashMap<String, Long>();
        for (Value input : model.graph().requiredInputs()) {
            var shape =
                    input.type()
                            .map(type -> TypeMerge.bind(type, Map.of()))
                            .map(type -> TypeMerge.name(type, input.name(), Map.of()))
                            .map(input::withType)
                            .flatMap(Value::shape)
                            .filter(known -> known.rank() > 1);
            for (int axis = 0; axis < shape.map(Shape::rank).orElse(0); axis++) {
                if (shape.get().get(axis) instanceof Symbolic(var symbol)
                        && (axis == 0 || saysBatch(symbol))) {
                    bindings.put(symbol, 1L);
                }
            }
        }
        return bindings;
    }

    private static boolean saysBatch(String symbol) {
        return symbol.toLowerCase(Locale.ROOT).startsWith("batch") || symbol.equals("N");
    }
}
