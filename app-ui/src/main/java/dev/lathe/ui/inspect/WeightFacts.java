package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.WeightStatistics;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// A weight of a layer: type, size, statistics and histogram.
final class WeightFacts extends VBox {
    private static final int LEAST_FOR_HISTOGRAM = 8;
    private final Texts texts;
    private Jobs.Handle loading = Jobs.Handle.NONE;

    WeightFacts(
            Tensor tensor,
            Optional<Quantization> quantization,
            WeightStatisticsLoader loader,
            Texts texts) {
        this.texts = texts;
        getStyleClass().add("weight");
        var name = new Label(tensor.name());
        name.getStyleClass().add("weight-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(tensor.name()));
        var type = new Label(TypeText.of(tensor) + " · " + Units.bytes(tensor.byteSize()));
        type.getStyleClass().add("value-type");
        getChildren().setAll(name, type);
        quantization.ifPresent(q -> getChildren().add(formula(q)));
        if (tensor.content() instanceof Missing(_, _, _, var reason)) {
            getChildren().add(warning(reason));
        } else {
            loading = loader.load(tensor, this::show);
            sceneProperty()
                    .subscribe((before, now) -> {
                        if (before != null && now == null) {
                            loading.cancel();
                        }
                    });
        }
    }

    private void show(Optional<WeightStatistics> loaded) {
        loaded.ifPresent(statistics -> {
            getChildren().add(grid(statistics));
            if (statistics.elements() >= LEAST_FOR_HISTOGRAM
                    && statistics.max() > statistics.min()) {
                addHistogram(statistics);
            }
        });
    }

    private void addHistogram(WeightStatistics statistics) {
        var histogram = new WeightHistogram(statistics);
        histogram.accessibleTextProperty().bind(texts.text("inspect.histogram"));
        var log = new CheckBox();
        log.textProperty().bind(texts.text("inspect.log"));
        log.getStyleClass().add("weight-log");
        log.setId("weight-log");
        histogram.logarithmicProperty().bind(log.selectedProperty());
        getChildren().addAll(histogram, log);
    }

    private FactGrid grid(WeightStatistics statistics) {
        var grid =
                new FactGrid()
                        .figure(
                                texts.text("inspect.range"),
                                Units.number(statistics.min())
                                        + " … "
                                        + Units.number(statistics.max()))
                        .figure(texts.text("inspect.mean"), Units.number(statistics.mean()))
                        .figure(texts.text("inspect.std"), Units.number(statistics.std()))
                        .figure(texts.text("inspect.zeros"), Units.percent(statistics.zeroShare()));
        if (statistics.nonFinite() > 0) {
            grid.figure(texts.text("inspect.non-finite"), Long.toString(statistics.nonFinite()));
        }
        return grid;
    }

    private Label formula(Quantization quantization) {
        var label = new Label();
        label.getStyleClass().add("value-quantization");
        label.setWrapText(true);
        label.textProperty().bind(QuantizationText.of(quantization, texts));
        return label;
    }

    private static Label warning(String reason) {
        var label = new Label(reason);
        label.setWrapText(true);
        label.getStyleClass().add("warning-line");
        return label;
    }
}
