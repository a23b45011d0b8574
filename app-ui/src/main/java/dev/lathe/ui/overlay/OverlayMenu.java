package dev.lathe.ui.overlay;

import dev.lathe.model.metric.Metric;
import dev.lathe.ui.overlay.OverlayChoice.Computed;
import dev.lathe.ui.overlay.OverlayChoice.Imported;
import dev.lathe.ui.overlay.OverlayChoice.Kinds;
import dev.lathe.ui.overlay.OverlayChoice.Latency;
import dev.lathe.ui.text.Texts;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Chooses what colours the graph.
final class OverlayMenu extends MenuButton {
    private final OverlayViewModel model;
    private final Runnable importValues;
    private final Texts texts;

    /// @param importValues asks for a file of values
    OverlayMenu(OverlayViewModel model, Runnable importValues, Texts texts) {
        this.model = model;
        this.importValues = importValues;
        this.texts = texts;
        setId("overlay-choice");
        getStyleClass().add("overlay-choice");
        setGraphic(new FontIcon(Feather.DROPLET));
        setMaxWidth(Double.MAX_VALUE);
        model.choices().subscribe(this::fill);
        texts.messagesProperty().subscribe(this::fill);
        model.choiceProperty().subscribe(this::fill);
        fill();
    }

    private void fill() {
        var chosen = model.choiceProperty().get();
        setText(chosen.title(texts));
        setAccessibleText(texts.now("overlay.choose", chosen.title(texts)));
        getItems().clear();
        var group = new ToggleGroup();
        for (OverlayChoice choice : model.choices()) {
            if (isFirstOfItsKind(choice)) {
                getItems().add(new SeparatorMenuItem());
            }
            var item = new RadioMenuItem(choice.title(texts));
            item.setId("overlay-" + id(choice));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(choice.equals(chosen));
            item.setOnAction(_ -> model.choiceProperty().set(choice));
            getItems().add(item);
        }
        var more = new MenuItem(texts.now("overlay.import"));
        more.setId("overlay-import");
        more.setOnAction(_ -> importValues.run());
        getItems().addAll(new SeparatorMenuItem(), more);
    }

    private static boolean isFirstOfItsKind(OverlayChoice choice) {
        return switch (choice) {
            case Kinds() -> false;
            case Latency() -> true;
            case Computed(var metric) -> metric == Metric.MACS;
            case Imported(int number, _, _) -> number == 0;
        };
    }

    private static String id(OverlayChoice choice) {
        return switch (choice) {
            case Kinds() -> "kinds";
            case Latency() -> "latency";
            case Computed(var metric) -> metric.name().toLowerCase(Locale.ROOT);
            case Imported(int number, _, _) -> "imported-" + number;
        };
    }
}
