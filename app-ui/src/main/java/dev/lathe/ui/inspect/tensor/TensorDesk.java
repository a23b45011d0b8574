package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.tensor.ReadConstant;
import dev.lathe.model.tensor.ReadConstants;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows the constants of layers. Keeps what was computed of them.
public final class TensorDesk {
    /// Tensors at least one part in so many as large as the largest of a layer are unfolded.
    private static final int UNFOLDED = 4;

    private final Jobs jobs;
    private final Problems problems;
    private final Texts texts;
    private final ObservableValue<KindPalette> palette;
    private final PathChooser paths;
    private final Supplier<Optional<ModelOrigin>> origin;
    private final TensorAnalyses analyses;

    /// A desk.
    ///
    /// @param origin the file that the model, or the one that it was made from, was read from
    public TensorDesk(
            Jobs jobs,
            Problems problems,
            Texts texts,
            ObservableValue<KindPalette> palette,
            PathChooser paths,
            Supplier<Optional<ModelOrigin>> origin) {
        this.jobs = jobs;
        this.problems = problems;
        this.texts = texts;
        this.palette = palette;
        this.paths = paths;
        this.origin = origin;
        this.analyses = new TensorAnalyses(jobs, problems, texts);
    }

    /// The constants that a node reads; empty if it reads none.
    public Optional<Section> section(Scope scope, dev.lathe.model.graph.Node node) {
        var constants = ReadConstants.of(scope, node);
        return constants.isEmpty() ? Optional.empty() : Optional.of(section(constants));
    }

    /// What saves all constants of a model as one file.
    public Node saveAll(ModelGraph model) {
        var export = new NpyExport("-all", this);
        var save = new Button();
        save.setId("tensor-save-all");
        save.textProperty().bind(texts.text("tensor.save.all"));
        save.setGraphic(new FontIcon(Feather.DOWNLOAD));
        save.setOnAction(_ -> export.saveAll(model));
        var part = new VBox(save, export);
        part.getStyleClass().addAll("section", "weight-actions");
        return part;
    }

    private Section section(List<ReadConstant> constants) {
        var section = new Section(texts.text("inspect.weights"));
        section.setId("tensors");
        long largest = constants.stream().mapToLong(c -> c.tensor().elements()).max().orElse(0);
        for (int i = 0; i < constants.size(); i++) {
            var card = new TensorCard(constants.get(i), i, origin.get(), this);
            section.getChildren().add(card);
            if (constants.get(i).tensor().elements() * UNFOLDED >= largest) {
                card.unfold();
            }
        }
        return section;
    }

    Jobs jobs() {
        return jobs;
    }

    Problems problems() {
        return problems;
    }

    Texts texts() {
        return texts;
    }

    /// The colours of the window.
    ObservableValue<KindPalette> palette() {
        return palette;
    }

    PathChooser paths() {
        return paths;
    }

    TensorAnalyses analyses() {
        return analyses;
    }
}
