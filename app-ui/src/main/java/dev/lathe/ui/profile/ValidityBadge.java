package dev.lathe.ui.profile;

import dev.lathe.profiler.measure.Profile;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Says whether a measurement may be compared with others and, if not, why.
final class ValidityBadge extends VBox {
    private static final PseudoClass VALID = PseudoClass.getPseudoClass("valid");

    ValidityBadge(Texts texts, ObservableValue<Optional<Profile>> profile) {
        getStyleClass().add("validity");
        var badge = new Label();
        badge.setId("profile-validity");
        badge.getStyleClass().add("badge");
        var valid = profile.map(measured -> measured.map(Profile::valid).orElse(false));
        badge.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.now(
                                                valid.getValue()
                                                        ? "profile.valid"
                                                        : "profile.invalid"),
                                valid,
                                texts.messagesProperty()));
        valid.subscribe(is -> badge.pseudoClassStateChanged(VALID, is));

        var reasons = new Label();
        reasons.setId("profile-reasons");
        reasons.getStyleClass().add("validity-reasons");
        reasons.setWrapText(true);
        reasons.setMinHeight(USE_PREF_SIZE);
        reasons.textProperty()
                .bind(
                        profile.map(measured ->
                                String.join(
                                        "\n", measured.map(Profile::reasons).orElse(List.of()))));
        reasons.visibleProperty().bind(reasons.textProperty().isNotEmpty());
        reasons.managedProperty().bind(reasons.visibleProperty());
        getChildren().setAll(badge, reasons);
    }
}
