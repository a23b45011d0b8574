package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import java.util.List;

/// Recurrent layers: `X (T×B×I)` to `Y (T×directions×B×H)` and the last states (`directions×B×H`);
/// layout 1 has the batch first everywhere.
final class RecurrentRules {

    private RecurrentRules() {}

    static void register(RuleBook book) {
        book.standard(RecurrentRules::recurrent, "RNN", "GRU", "LSTM");
        book.microsoft(RecurrentRules::recurrent, "DynamicQuantizeLSTM");
    }

    private static void recurrent(Call call) throws NotInferableException {
        var element = call.element(0);
        for (int i = 0; i < call.outputs(); i++) {
            call.give(i, element);
        }
        var x = call.findShape(0).isPresent() ? call.shape(0, 3) : Ranks.unknown(3);
        var hidden = hidden(call);
        var directions =
                Dimension.of(
                        call.node()
                                        .stringAttribute("direction", "forward")
                                        .equalsIgnoreCase("bidirectional")
                                ? 2
                                : 1);
        boolean batchFirst = call.node().intAttribute("layout", 0) != 0;
        var batch = x.get(batchFirst ? 0 : 1);
        var steps = x.get(batchFirst ? 1 : 0);
        var state =
                new Shape(
                        batchFirst
                                ? List.of(batch, directions, hidden)
                                : List.of(directions, batch, hidden));
        call.give(
                0,
                element,
                new Shape(
                        batchFirst
                                ? List.of(batch, steps, directions, hidden)
                                : List.of(steps, directions, batch, hidden)));
        for (int i = 1; i < call.outputs(); i++) {
            call.give(i, element, state);
        }
    }

    /// The attribute, or else the last dimension of the recurrence weights.
    private static Dimension hidden(Call call) {
        var stated = call.node().findInt("hidden_size");
        if (stated.isPresent()) {
            return Dimension.of(stated.getAsLong());
        }
        return call.findShape(2)
                .filter(r -> r.rank() == 3 && call.node().isStandard())
                .map(r -> r.get(2))
                .orElse(Dimension.UNKNOWN);
    }
}
