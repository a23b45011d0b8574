package dev.lathe.ui.inspect;

import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.OperatorKind;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// How many layers there are of each operator.
final class OperatorCounts extends FlowPane {

    OperatorCounts(List<Map.Entry<String, Long>> operators, KindPalette palette) {
        getStyleClass().add("operator-counts");
        operators.forEach(entry -> {
            var dot = new KindDot();
            dot.show(OperatorKind.of(entry.getKey()), palette);
            var words = entry.getKey() + " × " + entry.getValue();
            var label = new Label(words, dot);
            label.getStyleClass().add("operator-count");
            Copying.offer(label, words);
            getChildren().add(label);
        });
    }
}
