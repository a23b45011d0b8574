package dev.lathe.ui.overlay;

import dev.lathe.model.metric.ValueScale.Steps;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.PathChooser.Request;
import dev.lathe.ui.form.Segments;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands above the legend of the graph: what the colours are chosen with, and the list of the
/// layers with the highest values.
public final class OverlayBar extends VBox {
    private final OverlayViewModel model;
    private final Texts texts;

    /// @param paths asks for files of values
    public OverlayBar(OverlayViewModel model, PathChooser paths, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("overlay-bar");
        getStyleClass().add("overlay-bar");
        var list = listButton();
        var menu = new OverlayMenu(model, () -> importValues(paths), texts);
        HBox.setHgrow(menu, Priority.ALWAYS);
        var row = new HBox(4, menu, list);
        row.setAlignment(Pos.CENTER_LEFT);
        var top = new TopPane(model, texts);
        var steps =
                new Segments<>(
                        "overlay-steps",
                        List.of(Steps.values()),
                        model.stepsProperty(),
                        step ->
                                texts.text(
                                        "overlay.steps." + step.name().toLowerCase(Locale.ROOT)));
        steps.getStyleClass().add("overlay-steps");
        var isOn = model.choiceProperty().isNotEqualTo(OverlayChoice.KINDS);
        showWhile(list, isOn);
        showWhile(steps, isOn);
        showWhile(top, Bindings.and(isOn, list.selectedProperty()));
        getChildren().addAll(row, top, steps, remark());
    }

    private ToggleButton listButton() {
        var button = new ToggleButton();
        button.setId("overlay-list");
        button.setGraphic(new FontIcon(Feather.LIST));
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(texts.text("overlay.top.show"));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("overlay.top.show"));
        button.setTooltip(tooltip);
        return button;
    }

    private Label remark() {
        var remark = new Label();
        remark.setId("overlay-remark");
        remark.getStyleClass().add("overlay-remark");
        remark.setWrapText(true);
        remark.textProperty().bind(model.remarkProperty());
        showWhile(remark, remark.textProperty().isNotEmpty());
        return remark;
    }

    private void importValues(PathChooser paths) {
        paths.openFile(
                        new Request(
                                texts.now("overlay.import.title"),
                                texts.now("overlay.import.kind"),
                                List.of("*.json")))
                .ifPresent(model::importFile);
    }

    private static void showWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
