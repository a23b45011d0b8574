package dev.lathe.ui.inspect;

import dev.lathe.model.cost.LayerCost;
import dev.lathe.ui.theme.OperatorKind;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// One layer in the layer table.
///
/// @param position in the graph, from 0
/// @param outputShape of the first output
/// @param latencyMs the time of the layer in the last profile
record LayerRow(
        int position,
        String name,
        String operator,
        OperatorKind kind,
        String outputShape,
        Optional<LayerCost> cost,
        OptionalDouble latencyMs) {

    long parameters() {
        return cost.map(LayerCost::parameters).orElse(0L);
    }

    long weightBytes() {
        return cost.map(LayerCost::weightBytes).orElse(0L);
    }

    /// Multiply-accumulates; -1 if they are not wholly known.
    long macs() {
        return cost.map(LayerCost::macs).map(macs -> macs.exact().orElse(-1)).orElse(-1L);
    }

    /// Whether a filter finds this layer: by its name or operator, in any case.
    boolean matches(String lowerCaseText) {
        return name.toLowerCase(Locale.ROOT).contains(lowerCaseText)
                || operator.toLowerCase(Locale.ROOT).contains(lowerCaseText);
    }
}
