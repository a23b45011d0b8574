package dev.lathe.ui.profile;

import dev.lathe.profiler.measure.ProfileMode;
import dev.lathe.ui.form.CountField;
import dev.lathe.ui.form.Form;
import dev.lathe.ui.form.Notice;
import dev.lathe.ui.form.ProgressRow;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.form.Segments;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What to measure on and how long, and the button that starts it.
final class MeasureSection extends VBox {
    private final ProfileViewModel model;
    private final Texts texts;

    MeasureSection(ProfileViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("pane-part");
        getChildren()
                .setAll(
                        new Section(texts.text("profile.measure"), version(), form()),
                        start(),
                        new ProgressRow(
                                "profile-progress",
                                model.profiling().runningProperty(),
                                model.profiling().progressProperty(),
                                model.phase(),
                                texts.text("job.cancel"),
                                model.profiling()::cancel),
                        new Notice(
                                "profile-problem",
                                Notice.Kind.ERROR,
                                model.profiling().failureProperty()));
    }

    private Label version() {
        var label = new Label();
        label.setId("profile-version");
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        label.textProperty().bind(texts.text("profile.version", model.title()));
        return label;
    }

    private Form form() {
        var device = new Label();
        device.setId("profile-device");
        device.textProperty().bind(texts.text("profile.device.local"));
        var threads = new CountField("profile-threads", model.threadsProperty(), 0);
        return new Form()
                .row(texts.text("profile.device"), device)
                .wide(
                        new Segments<>(
                                "profile-mode",
                                List.of(ProfileMode.values()),
                                model.modeProperty(),
                                m -> texts.text("profile.mode." + lower(m))))
                .wide(modeHint())
                .field(texts.text("profile.threads"), threads);
    }

    private Label modeHint() {
        var hint = new Label();
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::modeWords, model.modeProperty(), texts.messagesProperty()));
        return hint;
    }

    private String modeWords() {
        var mode = model.modeProperty().get();
        return texts.now(
                "profile.mode.hint",
                String.format(Locale.ROOT, "%,d", mode.minRuns()),
                Long.toString(mode.minDuration().toSeconds()));
    }

    private Button start() {
        var button = new Button();
        button.setId("profile-start");
        button.getStyleClass().add("accent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(texts.text("profile.start"));
        button.disableProperty().bind(model.canProfile().not());
        button.setOnAction(_ -> model.profileCurrent());
        return button;
    }

    private static String lower(ProfileMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
