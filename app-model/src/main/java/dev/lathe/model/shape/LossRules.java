package dev.lathe.model.shape;

import dev.lathe.model.graph.Shape;

/// Loss functions.
final class LossRules {

    private LossRules() {}

    static void register(RuleBook book) {
        book.standard(LossRules::loss, "NegativeLogLikelihoodLoss", "SoftmaxCrossEntropyLoss");
        book.microsoft(LossRules::loss, "SoftmaxCrossEntropyLossInternal");
    }

    /// A scalar, or without reduction a loss for each label; then the log probabilities.
    private static void loss(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(1, call.type(0));
        var reduction = call.node().stringAttribute("reduction", "mean");
        call.give(0, call.element(0), reduction.equals("none") ? call.shape(1) : Shape.SCALAR);
    }
}
