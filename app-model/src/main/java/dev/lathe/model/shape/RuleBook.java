package dev.lathe.model.shape;

import dev.lathe.model.graph.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The rules by operator. Each family of operators registers its own; a new family is a file with a
/// `register` method and a line here.
final class RuleBook {

    /// Leaves all outputs unknown.
    private static final Rule UNKNOWN = _ -> {};

    private static final Map<String, Rule> RULES =
            collect(
                    List.of(
                            CastRules::register,
                            ConstantRules::register,
                            ControlFlowRules::register,
                            ConvolutionRules::register,
                            ElementwiseRules::register,
                            GatherRules::register,
                            JoinRules::register,
                            LogicRules::register,
                            MatrixRules::register,
                            NormalizationRules::register,
                            PoolingRules::register,
                            QuantizationRules::register,
                            RandomRules::register,
                            RecurrentRules::register,
                            ReductionRules::register,
                            ReshapeRules::register,
                            ResizeRules::register,
                            SelectionRules::register,
                            ShapeOperatorRules::register,
                            SliceRules::register,
                            StretchRules::register));

    private final Map<String, Rule> rules = new HashMap<>();

    private RuleBook() {}

    /// The rule for a node: that of the function it calls, of its operator, or one that leaves the
    /// outputs unknown.
    static Rule rule(Node node, Scope scope) {
        if (scope.function(node).isPresent()) {
            return FunctionRule::apply;
        }
        var key = node.isStandard() ? node.opType() : node.domain() + ":" + node.opType();
        return RULES.getOrDefault(key, UNKNOWN);
    }

    /// Sets the rule for operators of the standard domain.
    void standard(Rule rule, String... operators) {
        for (String operator : operators) {
            rules.put(operator, rule);
        }
    }

    /// Sets the rule for operators of ONNX Runtime's own domain.
    void microsoft(Rule rule, String... operators) {
        for (String operator : operators) {
            rules.put("com.microsoft:" + operator, rule);
        }
    }

    private static Map<String, Rule> collect(List<Consumer<RuleBook>> families) {
        var book = new RuleBook();
        families.forEach(family -> family.accept(book));
        return Map.copyOf(book.rules);
    }
}
