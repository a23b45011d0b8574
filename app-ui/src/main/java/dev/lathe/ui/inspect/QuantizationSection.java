package dev.lathe.ui.inspect;

import dev.lathe.resources.operator.Signature;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.inspect.Inspection.OfLayer;
import dev.lathe.ui.job.Jobs;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.VBox;

/// How the integers of a layer stand for reals, value by value; takes no room if there are none.
final class QuantizationSection extends VBox {
    private final Desk desk;
    private Jobs.Handle loading = Jobs.Handle.NONE;

    QuantizationSection(OfLayer layer, Optional<Signature> signature, Desk desk) {
        this.desk = desk;
        setId("quantization");
        visibleProperty().bind(Bindings.isNotEmpty(getChildren()));
        managedProperty().bind(visibleProperty());
        loading = desk.quantization().load(layer, signature, this::show);
        sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null && now == null) {
                        loading.cancel();
                    }
                });
    }

    private void show(List<QuantizedValue> values) {
        if (values.isEmpty()) {
            return;
        }
        var section = new Section(desk.texts().text("inspect.quantization.title"));
        values.forEach(
                value -> section.getChildren().add(new QuantizationFacts(value, desk.texts())));
        getChildren().setAll(section);
    }
}
