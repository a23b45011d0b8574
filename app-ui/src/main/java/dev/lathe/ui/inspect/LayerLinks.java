package dev.lathe.ui.inspect;

import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.OperatorKind;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Layers or groups that can be gone to: links, or a list if they are many.
final class LayerLinks extends VBox {
    private static final int MOST_LINKS = 6;
    private static final double ROW = 24;
    private static final int ROWS = 8;

    /// Something to go to.
    ///
    /// @param name as people read it
    record Target(Subject subject, String name, OperatorKind kind) {}

    LayerLinks(List<Target> targets, KindPalette palette, Consumer<Subject> go) {
        getStyleClass().add("layer-links");
        if (targets.size() <= MOST_LINKS) {
            targets.forEach(target -> getChildren().add(link(target, palette, go)));
        } else {
            getChildren().add(list(targets, palette, go));
        }
    }

    private static Hyperlink link(Target target, KindPalette palette, Consumer<Subject> go) {
        var link = new Hyperlink(target.name());
        link.getStyleClass().add("value-link");
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setTooltip(new Tooltip(target.name()));
        link.setGraphic(dot(target, palette));
        link.setMinWidth(0);
        link.setOnAction(_ -> go.accept(target.subject()));
        Copying.offer(link, target.name());
        return link;
    }

    private static ListView<Target> list(
            List<Target> targets, KindPalette palette, Consumer<Subject> go) {
        var list = new ListView<>(FXCollections.observableList(targets));
        list.getStyleClass().add("layer-link-list");
        list.setFixedCellSize(ROW);
        double height = ROW * Math.min(ROWS, targets.size()) + 2;
        list.setPrefHeight(height);
        list.setMinHeight(Region.USE_PREF_SIZE);
        list.setCellFactory(_ -> new Cell(palette, go));
        list.setOnKeyPressed(event -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                event.consume();
                go.accept(chosen.subject());
            }
        });
        return list;
    }

    private static KindDot dot(Target target, KindPalette palette) {
        var dot = new KindDot();
        dot.show(target.kind(), palette);
        return dot;
    }

    /// A row that is gone to with a click.
    private static final class Cell extends ListCell<Target> {
        private final KindPalette palette;

        Cell(KindPalette palette, Consumer<Subject> go) {
            this.palette = palette;
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            setPrefWidth(0);
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    go.accept(getItem().subject());
                }
            });
        }

        @Override
        protected void updateItem(Target target, boolean empty) {
            super.updateItem(target, empty);
            if (empty || target == null) {
                setText("");
                setGraphic(null);
                setTooltip(null);
            } else {
                setText(target.name());
                setGraphic(dot(target, palette));
                setTooltip(new Tooltip(target.name()));
                Copying.offer(this, target.name());
            }
        }
    }
}
