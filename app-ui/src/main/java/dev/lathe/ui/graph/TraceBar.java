package dev.lathe.ui.graph;

import dev.lathe.ui.graph.GraphTrace.Mode;
import dev.lathe.ui.text.Texts;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons that choose what is traced from the selection; seen while something is selected.
final class TraceBar extends HBox {
    TraceBar(TraceModel trace, ObservableBooleanValue isSelected, Texts texts) {
        setId("graph-trace");
        getStyleClass().add("graph-bar");
        setAlignment(Pos.CENTER);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        for (Mode mode : Mode.values()) {
            getChildren().add(button(trace, mode, texts));
        }
        visibleProperty().bind(isSelected);
        managedProperty().bind(isSelected);
    }

    private static ToggleButton button(TraceModel trace, Mode mode, Texts texts) {
        var name = mode.name().toLowerCase(Locale.ROOT);
        var text = texts.text("graph.trace." + name);
        var button = new ToggleButton();
        button.setId("graph-trace-" + name);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setGraphic(new FontIcon(icon(mode)));
        button.setFocusTraversable(false);
        button.accessibleTextProperty().bind(text);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        button.setTooltip(tooltip);
        trace.modeProperty()
                .subscribe(now -> button.setSelected(now.filter(mode::equals).isPresent()));
        button.setOnAction(_ -> {
            if (button.isSelected()) {
                trace.trace(mode);
            } else {
                trace.end();
            }
        });
        return button;
    }

    private static Ikon icon(Mode mode) {
        return switch (mode) {
            case NEIGHBOURS -> Feather.SHARE_2;
            case UPSTREAM -> Feather.ARROW_UP;
            case DOWNSTREAM -> Feather.ARROW_DOWN;
            case BOTH -> Feather.GIT_COMMIT;
        };
    }
}
