package dev.lathe.ui.inspect;

import dev.lathe.model.edit.Edit.BindDimensions;
import dev.lathe.model.shape.FreeDimensions;
import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.form.PaneScroll;
import dev.lathe.ui.inspect.Inspection.Nothing;
import dev.lathe.ui.inspect.Inspection.OfLayer;
import dev.lathe.ui.inspect.Inspection.OfLayers;
import dev.lathe.ui.inspect.Inspection.OfModel;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// All that is known of what is selected: a layer, several layers, or the model if none is.
public final class Inspector extends StackPane {
    private final Workbench workbench;
    private final Texts texts;
    private final ObservableValue<KindPalette> palette;
    private final WeightStatisticsLoader statistics;
    private Inspection shown = new Nothing();

    public Inspector(
            Workbench workbench, Jobs jobs, ObservableValue<KindPalette> palette, Texts texts) {
        this.workbench = workbench;
        this.texts = texts;
        this.palette = palette;
        this.statistics = new WeightStatisticsLoader(jobs, workbench.problems(), texts);
        setId("inspector");
        getStyleClass().add("inspector");
        getChildren().setAll(view(shown));
        workbench.selectedLayers().addListener((InvalidationListener) _ -> update());
        workbench.currentProperty().subscribe(_ -> update());
    }

    private void update() {
        var now = Inspection.of(workbench.currentProperty().get(), workbench.selectedLayers());
        if (!now.equals(shown)) {
            shown = now;
            getChildren().setAll(view(now));
        }
    }

    /// The fields for the sizes that the latest version leaves open: an edit is made to no other.
    private Optional<FreeDimensionsSection> dimensions(Version version) {
        var free = FreeDimensions.of(version.model());
        if (free.isEmpty() || version.step() != workbench.versions().size() - 1) {
            return Optional.empty();
        }
        return Optional.of(
                new FreeDimensionsSection(
                        free.all(),
                        workbench.canEdit(),
                        sizes -> workbench.apply(new BindDimensions(sizes)),
                        texts));
    }

    private Node view(Inspection inspection) {
        return switch (inspection) {
            case Nothing _ ->
                    new EmptyState(
                            Feather.BOX,
                            texts.text("inspect.empty"),
                            texts.text("inspect.empty.hint"));
            case OfModel model ->
                    new PaneScroll(
                            new ModelFacts(model.version(), dimensions(model.version()), texts));
            case OfLayers layers -> new PaneScroll(new LayersFacts(layers, texts));
            case OfLayer layer ->
                    new PaneScroll(
                            new LayerFacts(
                                    layer, workbench.selectedLayers(), palette, statistics, texts));
        };
    }
}
