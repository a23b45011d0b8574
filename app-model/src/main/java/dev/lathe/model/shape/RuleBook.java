package dev.lathe.model.shape;

import dev.lathe.model.graph.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The rules by operator. Each family of operators registers its own; a new family is a file with a
/// `register` method and a line here.
final class RuleBook {

    /// Leaves all outputs unknown.
    private static final Rule UNKNOWN = _ -> {};

    private static final Map<String, Rule> RULES =
            collect(
                    List.of(
                            AttentionRules::register,
                            CastRules::register,
                            ClassifierRules::register,
                            ConstantRules::register,
                            ControlFlowRules::register,
                            ConvolutionRules::register,
                            EinsumRules::register,
                            ElementwiseRules::register,
                            FusedRules::register,
                            GatherRules::register,
                            GradientRules::register,
                            JoinRules::register,
                            LearningRules::register,
                            LogicRules::register,
                            LossRules::register,
                            MatrixRules::register,
                            NchwcRules::register,
                            NormalizationRules::register,
                            PoolingRules::register,
                            QuantizationRules::register,
                            RandomRules::register,
                            RecurrentRules::register,
                            ReductionRules::register,
                            ReshapeRules::register,
                            ResizeRules::register,
                            SelectionRules::register,
                            SequenceRules::register,
                            ShapeOperatorRules::register,
                            SignalRules::register,
                            SliceRules::register,
                            SpatialRules::register,
                            StretchRules::register,
                            TextRules::register,
                            TransformerRules::register));

    private final Map<String, Rule> rules = new HashMap<>();

    private RuleBook() {}

    /// The rule for a node: that of the function it calls, of its operator, or one that leaves the
    /// outputs unknown.
    static Rule rule(Node node, Scope scope) {
        if (scope.function(node).isPresent()) {
            return FunctionRule::apply;
        }
        return RULES.getOrDefault(key(node), UNKNOWN);
    }

    static boolean hasRule(Node node) {
        return RULES.containsKey(key(node));
    }

    /// All operators that have a rule: the name, for one of another domain than the standard one
    /// after the domain and a colon.
    static Set<String> operators() {
        return RULES.keySet();
    }

    private static String key(Node node) {
        return node.isStandard() ? node.opType() : node.domain() + ":" + node.opType();
    }

    /// Sets the rule for operators of the standard domain.
    void standard(Rule rule, String... operators) {
        set("", rule, operators);
    }

    /// Sets the rule for operators of ONNX Runtime's own domain.
    void microsoft(Rule rule, String... operators) {
        set("com.microsoft:", rule, operators);
    }

    /// Sets the rule for operators of ONNX Runtime's blocked layout.
    void blocked(Rule rule, String... operators) {
        set("com.microsoft.nchwc:", rule, operators);
    }

    /// Sets the rule for operators of ONNX's classical learners.
    void learning(Rule rule, String... operators) {
        set("ai.onnx.ml:", rule, operators);
    }

    /// Sets the rule for operators that ONNX has on trial.
    void preview(Rule rule, String... operators) {
        set("ai.onnx.preview:", rule, operators);
    }

    /// Sets the rule for ONNX's operators for training.
    void training(Rule rule, String... operators) {
        set("ai.onnx.preview.training:", rule, operators);
    }

    private void set(String prefix, Rule rule, String... operators) {
        for (String operator : operators) {
            rules.put(prefix + operator, rule);
        }
    }

    private static Map<String, Rule> collect(List<Consumer<RuleBook>> families) {
        var book = new RuleBook();
        families.forEach(family -> family.accept(book));
        return Map.copyOf(book.rules);
    }
}
