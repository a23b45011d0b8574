package dev.lathe.ui.shell;

import dev.lathe.ui.text.Texts;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The switch between areas of work. Clicking the area that is on shows or hides its side.
final class AreaSwitch extends HBox {

    AreaSwitch(ShellModel model, Texts texts) {
        setId("area-switch");
        getStyleClass().add("area-switch");
        for (WorkArea area : WorkArea.values()) {
            getChildren().add(button(area, model, texts));
        }
    }

    private static ToggleButton button(WorkArea area, ShellModel model, Texts texts) {
        var button = new ToggleButton();
        button.setId(area.id());
        button.setMinWidth(USE_PREF_SIZE);
        button.setGraphic(new FontIcon(area.icon()));
        button.textProperty().bind(texts.text(area.titleKey()));
        button.getStyleClass().add("area-button");
        model.areaProperty().subscribe(now -> button.setSelected(now == area));
        button.setOnAction(_ -> choose(area, model, button));
        return button;
    }

    private static void choose(WorkArea area, ShellModel model, ToggleButton button) {
        button.setSelected(true);
        if (model.areaProperty().get() == area) {
            model.sideShownProperty().set(!model.sideShownProperty().get());
        } else {
            model.areaProperty().set(area);
        }
    }
}
