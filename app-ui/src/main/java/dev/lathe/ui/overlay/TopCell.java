package dev.lathe.ui.overlay;

import dev.lathe.ui.chart.ShareBar;
import dev.lathe.ui.text.Units;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A layer in the list of those with the highest values.
final class TopCell extends ListCell<TopLayer> {
    private final Label name = new Label();
    private final Label value = new Label();
    private final Label share = new Label();
    private final ShareBar bar = new ShareBar();
    private final HBox row = new HBox(6, name, bar, value, share);
    private final Tooltip tooltip = new Tooltip();

    TopCell(OverlayViewModel model) {
        getStyleClass().add("overlay-top-cell");
        row.setAlignment(Pos.CENTER_LEFT);
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setPrefWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        value.getStyleClass().add("overlay-top-value");
        share.getStyleClass().add("overlay-top-share");
        bar.setPrefWidth(40);
        bar.setMinWidth(40);
        setOnMouseClicked(_ -> {
            if (getItem() != null) {
                model.select(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable TopLayer layer, boolean empty) {
        super.updateItem(layer, empty);
        if (empty || layer == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        name.setText(layer.layer());
        value.setText(layer.value());
        share.setText(layer.share().map(Units::percent).orElse(""));
        share.setManaged(layer.share().isPresent());
        bar.show(layer.ofHighest());
        tooltip.setText(layer.layer());
        setTooltip(tooltip);
        setAccessibleText(layer.layer() + ", " + layer.value() + " " + share.getText());
        setGraphic(row);
    }
}
