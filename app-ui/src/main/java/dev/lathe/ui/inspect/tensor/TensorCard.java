package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.tensor.Numbers;
import dev.lathe.model.tensor.ReadConstant;
import dev.lathe.model.tensor.TensorStatistics;
import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.form.Segments;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A constant that a layer reads: type and size, and unfolded its figures, histogram and channels.
final class TensorCard extends VBox {
    private static final int FEW = 8;
    private static final int LEAST_FOR_HISTOGRAM = 8;

    private final ReadConstant constant;
    private final Optional<ModelOrigin> origin;
    private final TensorDesk desk;
    private final Texts texts;
    private final String suffix;
    private final ObjectProperty<ShownTensor> shown;
    private final BooleanProperty unfolded = new SimpleBooleanProperty(this, "unfolded");
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final VBox body = new VBox();
    private final VBox figures = new VBox();
    private Optional<ChannelSection> channels = Optional.empty();
    private Jobs.Handle loading = Jobs.Handle.NONE;

    /// A card.
    ///
    /// @param number from 0, among those of the layer
    TensorCard(ReadConstant constant, int number, Optional<ModelOrigin> origin, TensorDesk desk) {
        this.constant = constant;
        this.origin = origin;
        this.desk = desk;
        this.texts = desk.texts();
        this.suffix = "-" + number;
        this.shown = new SimpleObjectProperty<>(this, "shown", ShownTensor.first(constant));
        getStyleClass().add("weight");
        body.getStyleClass().add("weight-body");
        figures.getStyleClass().add("weight-body");
        body.visibleProperty().bind(unfolded);
        body.managedProperty().bind(unfolded);
        getChildren().setAll(header(), type(), body);
        unfolded.subscribe(open -> fill(open));
        sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null && now == null) {
                        cancel();
                    }
                });
    }

    /// Shows figures and plots.
    void unfold() {
        unfolded.set(true);
    }

    private void cancel() {
        loading.cancel();
        channels.ifPresent(ChannelSection::cancel);
    }

    private HBox header() {
        var tensor = constant.tensor();
        var fold = new Button();
        fold.setId("tensor-fold" + suffix);
        fold.getStyleClass().addAll("flat", "weight-fold");
        var icon = new FontIcon(Feather.CHEVRON_RIGHT);
        unfolded.subscribe(
                open -> icon.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        fold.setGraphic(icon);
        fold.setText(tensor.name());
        fold.setMnemonicParsing(false);
        fold.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        fold.setTooltip(new Tooltip(tensor.name()));
        fold.setMaxWidth(Double.MAX_VALUE);
        fold.setMinWidth(0);
        fold.setOnAction(_ -> unfolded.set(!unfolded.get()));
        HBox.setHgrow(fold, Priority.ALWAYS);
        var open = IconButtons.of("tensor-open" + suffix, Feather.GRID, texts.text("tensor.open"));
        open.setOnAction(_ -> new TensorWindow(shown.get(), desk).show(getScene()));
        boolean canOpen = shown.get().cells().isPresent();
        open.setDisable(!canOpen);
        var header = new HBox(fold, open);
        header.getStyleClass().add("weight-header");
        return header;
    }

    private Label type() {
        var size = shown.get().type() + " · " + Units.bytes(constant.tensor().byteSize());
        var words = shown.get().list(FEW).map(list -> size + " · " + list).orElse(size);
        var type = new Label(words);
        type.getStyleClass().add("value-type");
        type.setTooltip(new Tooltip(words));
        return type;
    }

    private void fill(boolean open) {
        if (!open || !body.getChildren().isEmpty()) {
            return;
        }
        if (constant.tensor().content() instanceof Missing(_, _, _, var reason)) {
            var warning = new Label(reason);
            warning.setWrapText(true);
            warning.getStyleClass().add("warning-line");
            body.getChildren().setAll(warning);
            return;
        }
        if (shown.get().canBeReal()) {
            var reading = new SimpleObjectProperty<>(this, "reading", shown.get().reading());
            reading.subscribe((_, now) -> shown.set(shown.get().with(now)));
            body.getChildren()
                    .add(
                            new Segments<>(
                                    "tensor-reading" + suffix,
                                    List.of(Reading.REAL, Reading.STORED),
                                    reading,
                                    value -> texts.text(value.messageKey())));
        }
        var export = new NpyExport(suffix, desk);
        body.getChildren().addAll(figures, actions(export), export);
        shown.subscribe(this::load);
    }

    private HBox actions(NpyExport export) {
        var open = new Button();
        open.setId("tensor-view" + suffix);
        open.textProperty().bind(texts.text("tensor.view"));
        open.setGraphic(new FontIcon(Feather.GRID));
        open.setOnAction(_ -> new TensorWindow(shown.get(), desk).show(getScene()));
        open.setDisable(shown.get().cells().isEmpty());
        var save = new Button();
        save.setId("tensor-save" + suffix);
        save.textProperty().bind(texts.text("tensor.save"));
        save.setGraphic(new FontIcon(Feather.DOWNLOAD));
        save.setOnAction(_ ->
                shown.get().file().ifPresent(file -> export.save(constant.tensor().name(), file)));
        save.setDisable(shown.get().file().isEmpty());
        var line = new HBox(open, save);
        line.getStyleClass().addAll("actions", "weight-actions");
        return line;
    }

    private void load(ShownTensor now) {
        cancel();
        channels = Optional.empty();
        var grid = new TensorFigures(now, texts).known(origin);
        figures.getChildren().setAll(grid);
        now.numbers()
                .filter(numbers -> numbers.count() > 1)
                .ifPresent(numbers -> {
                    loading =
                            desk.analyses()
                                    .statistics(
                                            now,
                                            numbers,
                                            statistics -> {
                                                if (shown.get().equals(now)) {
                                                    show(now, numbers, grid, statistics);
                                                }
                                            });
                });
    }

    private void show(
            ShownTensor now, Numbers numbers, FigureGrid grid, TensorStatistics statistics) {
        new TensorFigures(now, texts).add(grid, statistics);
        if (statistics.elements() < LEAST_FOR_HISTOGRAM || !(statistics.max() > statistics.min())) {
            return;
        }
        figures.getChildren().add(histogram(now, statistics));
        if (!ChannelSection.axes(now).isEmpty()) {
            var section = new ChannelSection(now, numbers, suffix, desk);
            channels = Optional.of(section);
            figures.getChildren().add(section);
        }
    }

    private VBox histogram(ShownTensor now, TensorStatistics statistics) {
        var histogram = statistics.histogram();
        var plot = new HistogramView(histogram, Units::number);
        plot.setId("tensor-histogram" + suffix);
        plot.accessibleTextProperty().bind(texts.text("inspect.histogram"));
        plot.logarithmicProperty().bind(logarithmic);
        var log = new CheckBox();
        log.textProperty().bind(texts.text("inspect.log"));
        log.getStyleClass().add("weight-log");
        log.setId("weight-log" + suffix);
        log.selectedProperty().bindBidirectional(logarithmic);
        var pointed = new Label();
        pointed.setId("histogram-pointed" + suffix);
        pointed.getStyleClass().add("plot-readout");
        plot.pointedProperty()
                .subscribe(part -> {
                    int at = part.intValue();
                    if (at < 0) {
                        pointed.textProperty().unbind();
                        pointed.setText("");
                    } else {
                        pointed.textProperty()
                                .bind(
                                        texts.text(
                                                "tensor.histogram.part",
                                                part(now, histogram.start(at), histogram.width()),
                                                TensorFigures.grouped(histogram.counts().get(at))));
                    }
                });
        var line = new HBox(log, pointed);
        line.getStyleClass().add("histogram-line");
        pointed.setMaxWidth(Double.MAX_VALUE);
        pointed.setMinWidth(0);
        HBox.setHgrow(pointed, Priority.ALWAYS);
        return new VBox(plot, line);
    }

    /// The numbers of a part: one of them if it holds a single integer.
    private static String part(ShownTensor shown, double start, double width) {
        return width == 1 && shown.isWhole()
                ? shown.figure(start + 0.5)
                : Units.number(start) + " … " + Units.number(start + width);
    }
}
