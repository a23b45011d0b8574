package dev.lathe.ui.profile;

import dev.lathe.profiler.measure.Profile;
import dev.lathe.ui.text.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// What a profile was measured on, folded away until it is wanted.
final class EnvironmentList extends TitledPane {
    private final VBox lines = new VBox();

    EnvironmentList(Texts texts, ObservableValue<Optional<Profile>> profile) {
        setId("profile-environment");
        getStyleClass().addAll("dense", "environment");
        textProperty().bind(texts.text("profile.environment"));
        lines.getStyleClass().add("environment-lines");
        setContent(lines);
        setExpanded(false);
        setAnimated(false);
        profile.subscribe(this::show);
    }

    private void show(Optional<Profile> profile) {
        lines.getChildren().clear();
        profile.ifPresent(p -> p.environment().forEach(this::add));
    }

    private void add(String name, String value) {
        var nameLabel = new Label(name);
        nameLabel.getStyleClass().add("fact-name");
        var valueLabel = new Label(value);
        valueLabel.setWrapText(true);
        valueLabel.setMinHeight(USE_PREF_SIZE);
        nameLabel.setLabelFor(valueLabel);
        var line = new VBox(nameLabel, valueLabel);
        line.getStyleClass().add("environment-line");
        lines.getChildren().add(line);
    }
}
