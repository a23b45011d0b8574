package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Quantization;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Collections;
import javafx.beans.value.ObservableValue;

/// How integers stand for reals, as a formula: `0.0235 × (q − 128)`.
final class QuantizationText {
    private QuantizationText() {}

    static ObservableValue<String> of(Quantization quantization, Texts texts) {
        return quantization.isPerChannel()
                ? texts.text(
                        "inspect.quantization.channels",
                        quantization.scales().size(),
                        quantization.axis(),
                        Units.number(Collections.min(quantization.scales())),
                        Units.number(Collections.max(quantization.scales())))
                : texts.text("inspect.quantization", formula(quantization));
    }

    private static String formula(Quantization quantization) {
        var scale = Units.number(quantization.scales().getFirst());
        long zeroPoint = quantization.zeroPoints().getFirst();
        if (zeroPoint == 0) {
            return scale + " × q";
        }
        return scale + " × (q " + (zeroPoint < 0 ? "+ " : "− ") + Math.abs(zeroPoint) + ")";
    }
}
