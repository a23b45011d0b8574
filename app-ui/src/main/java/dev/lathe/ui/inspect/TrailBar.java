package dev.lathe.ui.inspect;

import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Buttons that go back and forth among what was looked at.
final class TrailBar extends HBox {
    private final Button back;
    private final Button forth;

    TrailBar(Runnable onBack, Runnable onForth, Texts texts) {
        getStyleClass().add("trail-bar");
        back = IconButtons.of("inspect-back", Feather.ARROW_LEFT, texts.text("inspect.back"));
        forth = IconButtons.of("inspect-forth", Feather.ARROW_RIGHT, texts.text("inspect.forth"));
        back.setOnAction(_ -> onBack.run());
        forth.setOnAction(_ -> onForth.run());
        getChildren().setAll(back, forth);
        back.setDisable(true);
        forth.setDisable(true);
        visibleProperty().bind(back.disabledProperty().not().or(forth.disabledProperty().not()));
        managedProperty().bind(visibleProperty());
    }

    void show(Trail<Subject> trail) {
        back.setDisable(!trail.canGoBack());
        forth.setDisable(!trail.canGoForth());
    }
}
