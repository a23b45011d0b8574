package dev.lathe.ui.profile;

import dev.lathe.profiler.evaluate.Evaluation;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.ui.data.DataPicker;
import dev.lathe.ui.form.Facts;
import dev.lathe.ui.form.Notice;
import dev.lathe.ui.form.ProgressRow;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.text.Differences;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Accuracy on labelled data, and how far the outputs are from those of the original.
final class AccuracySection extends VBox {
    private final ProfileViewModel model;
    private final Texts texts;

    AccuracySection(ProfileViewModel model, Texts texts, DataPicker data) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("pane-part");
        getChildren()
                .setAll(
                        new Section(texts.text("profile.accuracy"), data),
                        start(),
                        new ProgressRow(
                                "profile-evaluate-progress",
                                model.evaluating().runningProperty(),
                                model.evaluating().progressProperty(),
                                texts.text("profile.evaluating"),
                                texts.text("job.cancel"),
                                model.evaluating()::cancel),
                        new Notice(
                                "profile-evaluate-problem",
                                Notice.Kind.ERROR,
                                model.evaluating().failureProperty()),
                        accuracy(),
                        difference());
    }

    private Button start() {
        var button = new Button();
        button.setId("profile-evaluate");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(texts.text("profile.evaluate"));
        button.disableProperty().bind(model.canEvaluate().not());
        button.setOnAction(_ -> model.evaluateCurrent());
        return button;
    }

    private Facts accuracy() {
        return new Facts()
                .fact(
                        "profile-top1",
                        texts.text("profile.top1"),
                        accuracy(e -> Units.percent(e.top1())))
                .fact(
                        "profile-top5",
                        texts.text("profile.top5"),
                        accuracy(e -> Units.percent(e.top5())))
                .fact(
                        "profile-samples",
                        texts.text("profile.samples"),
                        accuracy(e -> count(e.samples())));
    }

    private Section difference() {
        var facts =
                new Facts()
                        .fact(
                                "profile-sqnr",
                                texts.text("profile.sqnr"),
                                difference(c -> decibels(c.sqnrDb())))
                        .fact(
                                "profile-cosine",
                                texts.text("profile.cosine"),
                                difference(c -> String.format(Locale.ROOT, "%.4f", c.cosine())))
                        .fact(
                                "profile-agreement",
                                texts.text("profile.agreement"),
                                difference(c -> Units.percent(c.top1Agreement())))
                        .fact(
                                "profile-max-diff",
                                texts.text("profile.max-diff"),
                                difference(c -> Units.number(c.maxAbsDiff())))
                        .fact(
                                "profile-compared",
                                texts.text("profile.samples"),
                                difference(c -> count(c.samples())));
        var section = new Section(texts.text("profile.difference"), facts);
        section.visibleProperty()
                .bind(model.currentProperty().map(v -> v.map(x -> !x.isOriginal()).orElse(false)));
        section.managedProperty().bind(section.visibleProperty());
        return section;
    }

    private ObservableValue<String> accuracy(Function<Evaluation, String> figure) {
        return model.evaluation().map(e -> e.map(figure).orElse(Differences.NONE));
    }

    private ObservableValue<String> difference(Function<OutputComparison, String> figure) {
        return model.comparison().map(c -> c.map(figure).orElse(Differences.NONE));
    }

    private static String decibels(double db) {
        return Double.isInfinite(db) ? "∞ dB" : String.format(Locale.ROOT, "%.1f dB", db);
    }

    private static String count(int samples) {
        return String.format(Locale.ROOT, "%,d", samples);
    }
}
