package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.TensorStatistics;
import dev.lathe.ui.form.Choice;
import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.form.Segments;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The elements of a tensor, as a heat map or as a table.
final class TensorPane extends BorderPane {
    private static final double ZOOM = 1.5;
    private final TensorDesk desk;
    private final Texts texts;
    private final ObjectProperty<ShownTensor> shown;
    private final ObjectProperty<TensorView> view;
    private final ObjectProperty<HeatRange> range =
            new SimpleObjectProperty<>(this, "range", HeatRange.SYMMETRIC);
    private final BooleanBinding isMap;
    private final PlaneModel planes;
    private final HeatMap map;
    private final NumberGrid grid = new NumberGrid();
    private final HeatLegend legend;
    private final Label status = new Label();
    private final NpyExport export;
    private Optional<TensorStatistics> statistics = Optional.empty();
    private Jobs.Handle loading = Jobs.Handle.NONE;
    private Jobs.Handle copying = Jobs.Handle.NONE;

    TensorPane(ShownTensor tensor, TensorDesk desk) {
        this.desk = desk;
        this.texts = desk.texts();
        this.shown = new SimpleObjectProperty<>(this, "shown", tensor);
        boolean hasMap = tensor.numbers().isPresent();
        this.view =
                new SimpleObjectProperty<>(
                        this, "view", hasMap ? TensorView.HEAT : TensorView.TABLE);
        this.isMap = view.isEqualTo(TensorView.HEAT);
        this.planes = new PlaneModel(tensor.tensor().sizes(), tensor.constant().kernels());
        this.map = new HeatMap(desk);
        this.legend = new HeatLegend(texts);
        this.export = new NpyExport("-window", desk);
        setId("tensor-pane");
        getStyleClass().add("tensor-pane");
        map.accessibleTextProperty().bind(status.textProperty());
        grid.accessibleTextProperty().bind(status.textProperty());
        showWhile(map, isMap);
        showWhile(grid, isMap.not());
        setTop(new VBox(title(hasMap), bar(hasMap), export));
        getTop().getStyleClass().add("tensor-top");
        setCenter(new StackPane(map, grid));
        setBottom(foot());
        desk.palette()
                .subscribe(palette -> {
                    map.setPalette(palette);
                    showScale();
                });
        shown.subscribe(this::load);
        range.subscribe((_, _) -> showScale());
        planes.laidOutProperty().subscribe((_, _) -> showScale());
        planes.cutProperty().subscribe((_, _) -> showTable());
        view.subscribe((_, _) -> describe());
        map.pointedProperty().subscribe((_, _) -> describe());
        grid.selectionProperty().subscribe((_, _) -> describe());
        grid.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                        copy();
                        event.consume();
                    }
                });
    }

    private HBox title(boolean hasMap) {
        var tensor = shown.get();
        var name = new Label(tensor.tensor().name());
        name.getStyleClass().add("weight-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(tensor.tensor().name()));
        name.setMinWidth(60);
        var type = new Label(tensor.type() + " · " + Units.bytes(tensor.tensor().byteSize()));
        type.getStyleClass().add("value-type");
        type.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(name, type, gap);
        line.getStyleClass().add("tensor-title");
        if (hasMap) {
            var views =
                    new Segments<>(
                            "tensor-shape",
                            List.of(TensorView.values()),
                            view,
                            value -> texts.text(value.messageKey()));
            views.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(views);
        }
        return line;
    }

    private FlowPane bar(boolean hasMap) {
        var bar = new PlaneBar(planes, isMap, texts);
        var tensor = shown.get();
        if (tensor.canBeReal()) {
            var reading = new SimpleObjectProperty<>(this, "reading", tensor.reading());
            reading.subscribe((_, now) -> shown.set(shown.get().with(now)));
            bar.getChildren()
                    .addFirst(
                            new Segments<>(
                                    "tensor-window-reading",
                                    List.of(Reading.REAL, Reading.STORED),
                                    reading,
                                    value -> texts.text(value.messageKey())));
        }
        if (hasMap) {
            bar.getChildren().addAll(rangeChoice(), zoomButtons());
        }
        var copy = button("tensor-copy", "tensor.copy", Feather.COPY, this::copy);
        copy.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> grid.selectionProperty().get().isEmpty(),
                                grid.selectionProperty()));
        showWhile(copy, isMap.not());
        var save = button("tensor-window-save", "tensor.save", Feather.DOWNLOAD, this::save);
        save.setDisable(tensor.file().isEmpty());
        bar.getChildren().addAll(copy, save);
        return bar;
    }

    private Choice<HeatRange> rangeChoice() {
        var choice =
                new Choice<>(
                        "heat-range",
                        Arrays.asList(HeatRange.values()),
                        range,
                        value -> texts.text(value.messageKey()));
        choice.accessibleTextProperty().bind(texts.text("tensor.range"));
        showWhile(choice, isMap);
        return choice;
    }

    private HBox zoomButtons() {
        var fit = IconButtons.of("heat-fit", Feather.MAXIMIZE, texts.text("tensor.fit"));
        fit.setOnAction(_ -> map.fit());
        var in = IconButtons.of("heat-in", Feather.ZOOM_IN, texts.text("tensor.zoom-in"));
        in.setOnAction(_ -> map.zoom(ZOOM));
        var out = IconButtons.of("heat-out", Feather.ZOOM_OUT, texts.text("tensor.zoom-out"));
        out.setOnAction(_ -> map.zoom(1 / ZOOM));
        var buttons = new HBox(fit, in, out);
        showWhile(buttons, isMap);
        return buttons;
    }

    private Button button(String id, String key, Feather icon, Runnable action) {
        var button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.text(key));
        button.setGraphic(new FontIcon(icon));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private HBox foot() {
        status.setId("tensor-status");
        status.setMinWidth(0);
        status.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(status, Priority.ALWAYS);
        showWhile(legend, isMap);
        legend.setMinWidth(Region.USE_PREF_SIZE);
        var foot = new HBox(status, legend);
        foot.getStyleClass().add("tensor-foot");
        return foot;
    }

    private void load(ShownTensor now) {
        loading.cancel();
        statistics = Optional.empty();
        now.numbers()
                .filter(numbers -> numbers.count() > 0)
                .ifPresent(numbers -> {
                    loading =
                            desk.analyses()
                                    .statistics(
                                            now,
                                            numbers,
                                            result -> {
                                                if (shown.get().equals(now)) {
                                                    statistics = Optional.of(result);
                                                    range.set(HeatRange.first(result));
                                                    showScale();
                                                }
                                            });
                });
        showTable();
    }

    private void showScale() {
        statistics.ifPresent(result -> {
            var scale = range.get().scale(result);
            var numbers = shown.get().numbers();
            numbers.ifPresent(n -> map.show(n, planes.laidOutProperty().get().plane(), scale));
            legend.show(
                    scale,
                    desk.palette().getValue(),
                    Units::number,
                    result.elements() - result.finite());
            describe();
        });
    }

    private void showTable() {
        shown.get()
                .cells()
                .ifPresent(cells -> grid.show(cells, planes.cutProperty().get().plane()));
        describe();
    }

    private void describe() {
        status.textProperty().unbind();
        var text = isMap.get() ? pointedInMap() : pointedInTable();
        if (text.isPresent()) {
            status.setText(text.get());
        } else {
            status.textProperty()
                    .bind(texts.text(isMap.get() ? "tensor.heat.hint" : "tensor.table.hint"));
        }
    }

    private Optional<String> pointedInMap() {
        return map.pointedProperty()
                .get()
                .flatMap(cell -> element(planes.laidOutProperty().get(), cell));
    }

    private Optional<String> pointedInTable() {
        return grid.selectionProperty()
                .get()
                .flatMap(range ->
                        range.cells() == 1
                                ? element(planes.cutProperty().get(), range.end())
                                : Optional.of(
                                        texts.now(
                                                "tensor.selected",
                                                TensorFigures.grouped(range.cells()),
                                                planes.cutProperty()
                                                        .get()
                                                        .index(planes.sizes(), range.start()),
                                                planes.cutProperty()
                                                        .get()
                                                        .index(planes.sizes(), range.end()))));
    }

    /// An element with its index: `[3, 0, 1, 2] = 0.0123`.
    private Optional<String> element(PlaneModel.Cut cut, Cell cell) {
        boolean isInside = cell.row() < cut.plane().rows() && cell.column() < cut.plane().columns();
        if (!isInside) {
            return Optional.empty();
        }
        long position = cut.plane().position(cell.row(), cell.column());
        return shown.get()
                .cells()
                .map(cells ->
                        cut.index(planes.sizes(), cell) + " = " + cells.exact().apply(position));
    }

    private void save() {
        shown.get().file().ifPresent(file -> export.save(shown.get().tensor().name(), file));
    }

    private void copy() {
        var selection = grid.selectionProperty().get();
        var cells = shown.get().cells();
        if (selection.isEmpty() || cells.isEmpty()) {
            return;
        }
        var range = selection.get();
        if (range.cells() > GridText.MOST) {
            status.textProperty().unbind();
            status.setText(texts.now("tensor.copy.too-many", TensorFigures.grouped(GridText.MOST)));
            return;
        }
        var plane = planes.cutProperty().get().plane();
        copying.cancel();
        copying =
                desk.jobs()
                        .start(
                                new Job<>(
                                        texts.now("tensor.job.copy"),
                                        progress ->
                                                GridText.of(cells.get(), plane, range, progress),
                                        text -> {
                                            var content = new ClipboardContent();
                                            content.putString(text);
                                            Clipboard.getSystemClipboard().setContent(content);
                                            status.textProperty().unbind();
                                            status.setText(
                                                    texts.now(
                                                            "tensor.copied",
                                                            TensorFigures.grouped(range.cells())));
                                        },
                                        desk.problems()::report));
    }

    /// Stops what is being computed.
    void cancel() {
        loading.cancel();
        copying.cancel();
        map.cancel();
    }

    private static void showWhile(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
