package dev.lathe.ui.profile;

import dev.lathe.profiler.measure.Profile;
import dev.lathe.ui.chart.HistogramPlot;
import dev.lathe.ui.chart.SequencePlot;
import dev.lathe.ui.form.Segments;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The raw sample of a profile, as a distribution or in the order of the runs.
final class SamplePlots extends VBox {
    private final ObjectProperty<Picture> picture =
            new SimpleObjectProperty<>(this, "picture", Picture.DISTRIBUTION);
    private final HistogramPlot distribution =
            new HistogramPlot("profile-distribution", Units::milliseconds);
    private final SequencePlot sequence = new SequencePlot("profile-sequence", Units::milliseconds);

    private enum Picture {
        DISTRIBUTION("profile.distribution"),
        SEQUENCE("profile.sequence");

        private final String key;

        Picture(String key) {
            this.key = key;
        }
    }

    SamplePlots(Texts texts, ObservableValue<Optional<Profile>> profile) {
        getStyleClass().add("sample-plots");
        distribution.visibleProperty().bind(picture.isEqualTo(Picture.DISTRIBUTION));
        sequence.visibleProperty().bind(picture.isEqualTo(Picture.SEQUENCE));
        distribution.accessibleTextProperty().bind(texts.text("profile.distribution.accessible"));
        sequence.accessibleTextProperty().bind(texts.text("profile.sequence.accessible"));
        var switches =
                new Segments<>(
                        "profile-show",
                        List.of(Picture.values()),
                        picture,
                        shown -> texts.text(shown.key));
        getChildren().setAll(switches, new StackPane(distribution, sequence));
        profile.subscribe(this::show);
    }

    private void show(Optional<Profile> profile) {
        var sample = profile.map(Profile::samplesMs).orElse(List.of());
        var median = profile.map(p -> List.of(p.latency().medianMs())).orElse(List.of());
        distribution.show(sample, median);
        sequence.show(sample);
    }
}
