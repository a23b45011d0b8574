package dev.lathe.ui.profile;

import dev.lathe.profiler.measure.LatencyStatistics;
import dev.lathe.profiler.measure.Profile;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.form.Tiles;
import dev.lathe.ui.text.Differences;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The latency of a profile: the median in large figures, the other statistics below it.
final class LatencySection extends VBox {
    private final Texts texts;
    private final ObservableValue<Optional<Profile>> profile;

    LatencySection(Texts texts, ObservableValue<Optional<Profile>> profile) {
        this.texts = texts;
        this.profile = profile;
        getChildren()
                .setAll(
                        new Section(
                                texts.text("profile.latency"),
                                headline(),
                                new ValidityBadge(texts, profile),
                                statistics(),
                                new SamplePlots(texts, profile)),
                        new Section(texts.text("profile.phases"), phases()));
        getStyleClass().add("pane-part");
    }

    private FlowPane headline() {
        var median = new Label();
        median.setId("profile-median");
        median.getStyleClass().addAll("headline-figure", "figure");
        median.textProperty().bind(latency(l -> Units.milliseconds(l.medianMs())));
        median.accessibleTextProperty()
                .bind(texts.text("profile.median.accessible", median.textProperty()));
        var caption = new Label();
        caption.setId("profile-runs");
        caption.getStyleClass().add("headline-caption");
        caption.textProperty().bind(texts.text("profile.median-of", latency(l -> count(l.n()))));
        var line = new FlowPane(median, caption);
        line.getStyleClass().add("headline");
        return line;
    }

    private Tiles statistics() {
        return new Tiles()
                .tile("profile-min", texts.text("profile.min"), ms(LatencyStatistics::minMs))
                .tile("profile-mean", texts.text("profile.mean"), ms(LatencyStatistics::meanMs))
                .tile("profile-std", texts.text("profile.std"), ms(LatencyStatistics::stdMs))
                .tile("profile-cv", texts.text("profile.cv"), latency(l -> Units.percent(l.cv())))
                .tile("profile-p90", texts.text("profile.p90"), ms(LatencyStatistics::p90Ms))
                .tile("profile-p95", texts.text("profile.p95"), ms(LatencyStatistics::p95Ms))
                .tile("profile-p99", texts.text("profile.p99"), ms(LatencyStatistics::p99Ms));
    }

    /// The phases before the steady one, which are never mixed with it.
    private Tiles phases() {
        return new Tiles()
                .tile(
                        "profile-load",
                        texts.text("profile.load"),
                        figure(p -> Units.milliseconds(p.loadMs())))
                .tile(
                        "profile-first",
                        texts.text("profile.first"),
                        figure(p -> Units.milliseconds(p.firstMs())));
    }

    private ObservableValue<String> ms(Function<LatencyStatistics, Double> statistic) {
        return latency(l -> Units.milliseconds(statistic.apply(l)));
    }

    private ObservableValue<String> latency(Function<LatencyStatistics, String> text) {
        return figure(p -> text.apply(p.latency()));
    }

    private ObservableValue<String> figure(Function<Profile, String> text) {
        return profile.map(measured -> measured.map(text).orElse(Differences.NONE));
    }

    private static String count(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
