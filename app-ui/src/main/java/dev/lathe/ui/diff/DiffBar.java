package dev.lathe.ui.diff;

import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.form.Segments;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar over a comparison: close it, how it is shown, exchange the sides.
final class DiffBar extends HBox {
    private final DiffViewModel model;
    private final Texts texts;

    DiffBar(DiffViewModel model, Texts texts, Runnable fit) {
        this.model = model;
        this.texts = texts;
        setId("diff-bar");
        getStyleClass().add("diff-bar");
        var title = new Label();
        title.getStyleClass().add("pane-title");
        title.textProperty().bind(texts.text("diff.title"));
        title.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var modes =
                new Segments<>(
                        "diff-mode",
                        List.of(DiffMode.values()),
                        model.modeProperty(),
                        mode -> texts.text("diff.mode." + mode.name().toLowerCase(Locale.ROOT)));
        modes.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(close(), title, gap, modes, link(), swap(), fit(fit));
    }

    private Button close() {
        var button = IconButtons.of("diff-close", Feather.ARROW_LEFT, texts.text("diff.close"));
        button.setOnAction(_ -> model.close());
        return button;
    }

    private ToggleButton link() {
        var button = new ToggleButton();
        button.setId("diff-follow");
        button.setGraphic(new FontIcon(Feather.LINK));
        button.getStyleClass().addAll("flat", "button-icon");
        button.selectedProperty().bindBidirectional(model.followingProperty());
        button.disableProperty().bind(model.modeProperty().isEqualTo(DiffMode.MERGED));
        var words = texts.text("diff.follow");
        button.accessibleTextProperty().bind(words);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        button.setTooltip(tooltip);
        return button;
    }

    private Button swap() {
        var button = IconButtons.of("diff-swap", Feather.REPEAT, texts.text("diff.swap"));
        button.setOnAction(_ -> model.swap());
        return button;
    }

    private Button fit(Runnable fit) {
        var button = IconButtons.of("diff-fit", Feather.MAXIMIZE, texts.text("graph.fit"));
        button.setOnAction(_ -> fit.run());
        button.disableProperty().bind(model.stateProperty().isNotEqualTo(DiffState.READY));
        return button;
    }
}
