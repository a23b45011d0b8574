package dev.lathe.ui.compress;

import dev.lathe.model.quantize.Granularity;
import dev.lathe.model.quantize.IntegerType;
import dev.lathe.ui.data.DataPicker;
import dev.lathe.ui.form.ApplyBar;
import dev.lathe.ui.form.Choice;
import dev.lathe.ui.form.CountField;
import dev.lathe.ui.form.Form;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.form.Segments;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How to quantize.
final class QuantizePane extends VBox {
    private final QuantizeViewModel quantizing;
    private final Texts texts;

    QuantizePane(CompressViewModel model, Texts texts, DataPicker calibration) {
        this.quantizing = model.quantizing();
        this.texts = texts;
        getStyleClass().add("pane-part");
        getChildren()
                .setAll(
                        new Segments<>(
                                "compress-mode",
                                List.of(QuantizeMode.STATIC, QuantizeMode.DYNAMIC),
                                quantizing.modeProperty(),
                                m -> texts.text("compress.mode." + lower(m))),
                        hint(),
                        types(),
                        calibration(calibration),
                        new LayerPicker(
                                "compress-quantize-layers",
                                texts,
                                quantizing.layers(),
                                LayerTable.Detail.OPERATOR,
                                model.hasSelection(),
                                () -> model.excludeSelection(quantizing.layers())),
                        new ApplyBar(
                                "compress-quantize",
                                texts.text("compress.quantize.apply"),
                                model.quantizeObstacle(),
                                model::quantize));
    }

    private Form types() {
        var activation = types("compress-activation", quantizing.activationProperty());
        activation.visibleProperty().bind(isStatic());
        activation.managedProperty().bind(activation.visibleProperty());
        return new Form()
                .field(texts.text("compress.activation"), activation)
                .field(
                        texts.text("compress.weight"),
                        types("compress-weight", quantizing.weightProperty()))
                .field(
                        texts.text("compress.granularity"),
                        new Choice<>(
                                "compress-granularity",
                                List.of(Granularity.values()),
                                quantizing.granularityProperty(),
                                g -> texts.text("compress.granularity." + lower(g))));
    }

    private Choice<IntegerType> types(String id, ObjectProperty<IntegerType> type) {
        return new Choice<>(
                id,
                List.of(IntegerType.values()),
                type,
                t -> texts.text("compress.type." + lower(t)));
    }

    private Section calibration(DataPicker picker) {
        var limit =
                new Form()
                        .field(
                                texts.text("compress.limit"),
                                new CountField("compress-limit", quantizing.limitProperty(), 1));
        var section = new Section(texts.text("compress.calibration"), picker, limit);
        section.visibleProperty().bind(isStatic());
        section.managedProperty().bind(section.visibleProperty());
        return section;
    }

    private Label hint() {
        var hint = new Label();
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.now(
                                                switch (quantizing.modeProperty().get()) {
                                                    case DYNAMIC -> "compress.mode.dynamic.hint";
                                                    case STATIC -> "compress.mode.static.hint";
                                                }),
                                quantizing.modeProperty(),
                                texts.messagesProperty()));
        return hint;
    }

    private BooleanBinding isStatic() {
        return quantizing.modeProperty().isEqualTo(QuantizeMode.STATIC);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
