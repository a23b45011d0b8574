package dev.lathe.ui.profile;

import dev.lathe.profiler.measure.Profile;
import dev.lathe.ui.data.DataPicker;
import dev.lathe.ui.data.DataPickerModel;
import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.form.Notice;
import dev.lathe.ui.form.PaneScroll;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The profiling pane.
public final class ProfileView extends StackPane {
    private final ProfileViewModel model;
    private final Texts texts;

    public ProfileView(ProfileViewModel model, Jobs jobs, Texts texts, PathChooser paths) {
        this.model = model;
        this.texts = texts;
        setId("profile");
        getStyleClass().add("pane");
        var empty =
                new EmptyState(
                        Feather.ACTIVITY,
                        texts.text("profile.empty"),
                        texts.text("profile.empty.hint"));
        var picker =
                new DataPicker(
                        "profile-data",
                        new DataPickerModel(model.dataProperty(), jobs, texts),
                        texts,
                        paths);
        var content = new PaneScroll(content(picker));
        var hasModel = model.currentProperty().map(Optional::isPresent);
        content.visibleProperty().bind(hasModel);
        empty.visibleProperty().bind(hasModel.map(has -> !has));
        getChildren().setAll(empty, content);
    }

    private VBox content(DataPicker picker) {
        var measured = model.profile().map(Optional::isPresent);
        var content =
                new VBox(
                        new MeasureSection(model, texts),
                        shown(notMeasured(), measured.map(is -> !is)),
                        shown(new LatencySection(texts, model.profile()), measured),
                        new ComparisonSection(model, texts),
                        shown(new MemorySection(texts, model.profile()), measured),
                        shown(new OperatorSection(model, texts), measured),
                        new Notice("profile-notes", Notice.Kind.HINT, notes()),
                        shown(new EnvironmentList(texts, model.profile()), measured),
                        new AccuracySection(model, texts, picker));
        content.getStyleClass().add("pane-content");
        return content;
    }

    /// Which figures are not known or not as they look, a sentence a line.
    private ObservableValue<String> notes() {
        return model.profile()
                .map(measured -> String.join("\n", measured.map(Profile::notes).orElse(List.of())));
    }

    private EmptyState notMeasured() {
        return new EmptyState(
                Feather.CLOCK,
                texts.text("profile.not-measured"),
                texts.text("profile.not-measured.hint"));
    }

    private static Node shown(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
        return node;
    }
}
