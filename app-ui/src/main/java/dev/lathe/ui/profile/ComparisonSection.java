package dev.lathe.ui.profile;

import dev.lathe.ui.form.Facts;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.text.Differences;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The median of the shown version beside that of the original.
final class ComparisonSection extends VBox {

    ComparisonSection(ProfileViewModel model, Texts texts) {
        ObjectBinding<Optional<ProfileViewModel.Medians>> medians =
                Bindings.createObjectBinding(model::medians, model.currentProperty());
        var facts =
                new Facts()
                        .fact(
                                "profile-median-original",
                                texts.text("profile.median.original"),
                                figure(medians, m -> Units.milliseconds(m.originalMs())))
                        .fact(
                                "profile-median-own",
                                texts.text("profile.median.own"),
                                figure(medians, m -> Units.milliseconds(m.ownMs())))
                        .fact(
                                "profile-median-ratio",
                                texts.text("profile.median.ratio"),
                                figure(medians, m -> Differences.ratio(m.originalMs(), m.ownMs())));
        var note = new Label();
        note.getStyleClass().add("hint");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.textProperty().bind(texts.text("profile.median.note"));
        getChildren().setAll(new Section(texts.text("profile.compare"), facts, note));
        visibleProperty().bind(medians.map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
    }

    private static ObservableValue<String> figure(
            ObservableValue<Optional<ProfileViewModel.Medians>> medians,
            Function<ProfileViewModel.Medians, String> text) {
        return medians.map(m -> m.map(text).orElse(Differences.NONE));
    }
}
