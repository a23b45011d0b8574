package dev.lathe.ui.inspect.tensor;

import dev.lathe.ui.form.Choice;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// Chooses how a tensor is cut.
final class PlaneBar extends FlowPane {
    private static final int MOST = Integer.MAX_VALUE - 1;
    private final PlaneModel model;
    private final Texts texts;

    /// A bar.
    ///
    /// @param isMap whether the heat map is shown, which can show kernels
    PlaneBar(PlaneModel model, ObservableBooleanValue isMap, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("plane-bar");
        int rank = model.sizes().size();
        BooleanBinding isGrid = Bindings.and(isMap, model.kernelsProperty());
        if (model.hasKernels()) {
            var kernels = new CheckBox();
            kernels.setId("plane-kernels");
            kernels.textProperty().bind(texts.text("tensor.kernels"));
            kernels.selectedProperty().bindBidirectional(model.kernelsProperty());
            show(kernels, isMap);
            getChildren().add(kernels);
        }
        if (rank >= 2) {
            var axes = IntStream.range(0, rank).boxed().toList();
            var isCut = isGrid.not();
            getChildren()
                    .addAll(
                            axis("plane-rows", "tensor.rows", axes, model.rowAxisProperty(), isCut),
                            axis(
                                    "plane-columns",
                                    "tensor.columns",
                                    axes,
                                    model.columnAxisProperty(),
                                    isCut));
            axes.forEach(at -> getChildren().add(index(at, isGrid)));
        }
    }

    private HBox axis(
            String id,
            String nameKey,
            List<Integer> axes,
            ObjectProperty<Integer> chosen,
            ObservableBooleanValue shown) {
        var choice =
                new Choice<>(
                        id,
                        axes,
                        chosen,
                        at ->
                                texts.text(
                                        "tensor.axis",
                                        at,
                                        TensorFigures.grouped(model.sizes().get(at))));
        choice.accessibleTextProperty().bind(texts.text(nameKey));
        var label = new Label();
        label.textProperty().bind(texts.text(nameKey));
        label.setLabelFor(choice);
        return pair(label, choice, shown);
    }

    private HBox index(int axis, ObservableBooleanValue isGrid) {
        long size = model.sizes().get(axis);
        var spinner = new Spinner<Integer>(0, Math.clamp(size - 1, 0, MOST), 0);
        spinner.setId("plane-index-" + axis);
        spinner.setEditable(true);
        spinner.getStyleClass().add("plane-index");
        spinner.getValueFactory()
                .valueProperty()
                .subscribe(at -> {
                    if (at != null) {
                        model.indexProperty(axis).set(at);
                    }
                });
        var label = new Label();
        label.textProperty().bind(texts.text("tensor.axis.at", axis));
        label.setLabelFor(spinner);
        var of = new Label("/ " + TensorFigures.grouped(size));
        of.getStyleClass().add("hint");
        var isFree =
                Bindings.createBooleanBinding(
                        () -> size > 1 && !isAlong(axis, isGrid.get()),
                        isGrid,
                        model.laidOutProperty(),
                        model.cutProperty());
        var pair = pair(label, spinner, isFree);
        pair.getChildren().add(of);
        return pair;
    }

    /// Whether rows or columns run along an axis.
    private boolean isAlong(int axis, boolean isGrid) {
        var cut = isGrid ? model.laidOutProperty().get() : model.cutProperty().get();
        return cut.rows().contains(axis) || cut.columns().contains(axis);
    }

    private static HBox pair(Label label, Node control, ObservableBooleanValue shown) {
        var pair = new HBox(label, control);
        pair.getStyleClass().add("plane-choice");
        show(pair, shown);
        return pair;
    }

    private static void show(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
