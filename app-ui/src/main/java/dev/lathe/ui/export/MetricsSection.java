package dev.lathe.ui.export;

import dev.lathe.ui.form.Facts;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.text.Differences;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Which figures of the shown version go into the package, and buttons for those that are missing.
final class MetricsSection extends VBox {
    private final ExportViewModel model;
    private final Texts texts;

    MetricsSection(ExportViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getChildren().setAll(new Section(texts.text("export.metrics"), facts(), missing()));
    }

    private Facts facts() {
        return new Facts()
                .fact(
                        "export-metric-size",
                        texts.text("export.metrics.size"),
                        figure(v -> Optional.of(Units.bytes(v.fileBytes()))))
                .fact(
                        "export-metric-accuracy",
                        texts.text("export.metrics.accuracy"),
                        figure(v -> v.evaluation().map(e -> Units.percent(e.top1()))))
                .fact(
                        "export-metric-agreement",
                        texts.text("export.metrics.agreement"),
                        figure(v ->
                                v.isOriginal()
                                        ? Optional.of(Differences.NONE)
                                        : v.comparison()
                                                .map(c -> Units.percent(c.top1Agreement()))))
                .fact(
                        "export-metric-latency",
                        texts.text("export.metrics.latency"),
                        figure(v ->
                                v.profile().map(p -> Units.milliseconds(p.latency().medianMs()))));
    }

    private HBox missing() {
        var evaluate =
                button(
                        "export-evaluate",
                        "export.evaluate",
                        model.canEvaluate(),
                        v -> v.evaluation().isEmpty());
        evaluate.setOnAction(_ -> model.evaluate());
        var profile =
                button(
                        "export-profile",
                        "export.profile",
                        model.canProfile(),
                        v -> v.profile().isEmpty());
        profile.setOnAction(_ -> model.profile());
        var line = new HBox(evaluate, profile);
        line.getStyleClass().add("actions");
        return line;
    }

    private Button button(
            String id, String key, BooleanBinding can, Function<Version, Boolean> wanted) {
        var button = new Button();
        button.setId(id);
        button.getStyleClass().add("small");
        button.textProperty().bind(texts.text(key));
        button.disableProperty().bind(can.not());
        button.visibleProperty()
                .bind(model.currentProperty().map(v -> v.map(wanted).orElse(false)));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private ObservableValue<String> figure(Function<Version, Optional<String>> text) {
        return Bindings.createStringBinding(
                () ->
                        model.currentProperty()
                                .get()
                                .flatMap(text)
                                .orElseGet(() -> texts.now("export.metrics.missing")),
                model.currentProperty(),
                texts.messagesProperty());
    }
}
