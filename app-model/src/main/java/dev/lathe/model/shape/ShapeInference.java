package dev.lathe.model.shape;

import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType.TensorType;
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

    private static final long LEAST_BUDGET = 400_000;
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
                        new Scope.Model(functions, budget(model)),
                        Map.copyOf(bindings),
                        model.header().opsets(),
                        model.graph());
        new GraphInference(model.graph(), scope).run();
        return scope.inferred();
    }

    /// Whether the outputs of a node can be inferred from its inputs: its operator is one that
    /// inference knows.
    public static boolean hasRule(Node node) {
        return RuleBook.hasRule(node);
    }

    /// Enough to look at every value many times, and little enough to end within seconds whatever
    /// the file says.
    private static long budget(ModelGraph model) {
        long nodes = model.graph().nodes().size();
        for (LocalFunction function : model.functions()) {
            nodes += function.nodes().size();
        }
        return LEAST_BUDGET + BUDGET_PER_NODE * nodes;
    }

    /// Bindings that set the batch to one: each symbol that is the first dimension of every input
    /// that it occurs in, or whose name says batch, and each unnamed first dimension. Inputs of one
    /// dimension have no batch.
    public static Map<String, Long> batchOfOne(ModelGraph model) {
        var bindings = new LinkedHashMap<String, Long>();
        for (FreeDimension free : FreeDimensions.of(model).all()) {
            var places = free.places().stream().filter(place -> rank(model, place) > 1).toList();
            boolean first =
                    !places.isEmpty() && places.stream().allMatch(place -> place.axis() == 0);
            if (first || (saysBatch(free.name()) && !places.isEmpty())) {
                bindings.put(free.name(), 1L);
            }
        }
        return bindings;
    }

    private static int rank(ModelGraph model, FreeDimension.Place place) {
        return model.graph()
                .statedType(place.input())
                .filter(TensorType.class::isInstance)
                .flatMap(type -> ((TensorType) type).shape())
                .map(Shape::rank)
                .orElse(0);
    }

    private static boolean saysBatch(String symbol) {
        return symbol.toLowerCase(Locale.ROOT).startsWith("batch") || symbol.equals("N");
    }
}
