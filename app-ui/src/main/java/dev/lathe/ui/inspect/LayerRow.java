package dev.lathe.ui.inspect;

import dev.lathe.model.cost.AtLeast;
import dev.lathe.model.cost.LayerCost;
import dev.lathe.ui.theme.OperatorKind;
import java.util.Optional;
import java.util.OptionalDouble;

/// One layer in the layer table.
///
/// @param name the layer id, which is unique in the model
/// @param outputShape of its outputs
/// @param type the element types of its outputs
/// @param group the path of the group that it is in; empty for none
/// @param latencyMs the time of the layer in the last profile
record LayerRow(
        String name,
        String operator,
        OperatorKind kind,
        String outputShape,
        String type,
        String group,
        Optional<LayerCost> cost,
        OptionalDouble latencyMs) {

    long parameters() {
        return cost.map(LayerCost::parameters).orElse(0L);
    }

    long weightBytes() {
        return cost.map(LayerCost::weightBytes).orElse(0L);
    }

    /// Multiply-accumulates, as far as they are known.
    AtLeast macs() {
        return cost.map(LayerCost::macs).orElse(AtLeast.UNKNOWN);
    }
}
