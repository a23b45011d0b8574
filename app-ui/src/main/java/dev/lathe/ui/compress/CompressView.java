package dev.lathe.ui.compress;

import dev.lathe.ui.data.DataPicker;
import dev.lathe.ui.data.DataPickerModel;
import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.form.Notice;
import dev.lathe.ui.form.PaneScroll;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.ProgressRow;
import dev.lathe.ui.form.Segments;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The compression pane.
public final class CompressView extends StackPane {
    private final ObjectProperty<Method> method =
            new SimpleObjectProperty<>(this, "method", Method.PRUNE);
    private final CompressViewModel model;
    private final Texts texts;

    private enum Method {
        PRUNE,
        QUANTIZE,
        SIMPLIFY
    }

    public CompressView(CompressViewModel model, Jobs jobs, Texts texts, PathChooser paths) {
        this.model = model;
        this.texts = texts;
        setId("compress");
        getStyleClass().add("pane");
        var empty =
                new EmptyState(
                        Feather.MINIMIZE_2,
                        texts.text("compress.empty"),
                        texts.text("compress.empty.hint"));
        var picker =
                new DataPicker(
                        "compress-calibration",
                        new DataPickerModel(model.calibrationProperty(), jobs, texts),
                        texts,
                        paths);
        var content = new PaneScroll(content(picker));
        var hasModel = model.latestProperty().map(Optional::isPresent);
        content.visibleProperty().bind(hasModel);
        empty.visibleProperty().bind(hasModel.map(has -> !has));
        getChildren().setAll(empty, content);
    }

    private VBox content(DataPicker picker) {
        var content =
                new VBox(
                        methods(),
                        base(),
                        part(Method.PRUNE, new PrunePane(model, texts)),
                        part(Method.QUANTIZE, new QuantizePane(model, texts, picker)),
                        part(Method.SIMPLIFY, new SimplifyPane(model, texts)),
                        new ProgressRow(
                                "compress-progress",
                                model.editing().runningProperty(),
                                model.editing().progressProperty(),
                                texts.text("compress.running"),
                                texts.text("job.cancel"),
                                model::cancel),
                        new Notice(
                                "compress-problem",
                                Notice.Kind.ERROR,
                                model.editing().failureProperty()),
                        new OutcomeSection(model, texts));
        content.getStyleClass().add("pane-content");
        return content;
    }

    private Segments<Method> methods() {
        return new Segments<>(
                "compress-method",
                List.of(Method.values()),
                method,
                m -> texts.text("compress.method." + m.name().toLowerCase(Locale.ROOT)));
    }

    private Label base() {
        var label = new Label();
        label.setId("compress-base");
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        label.textProperty().bind(texts.text("compress.base", model.base()));
        return label;
    }

    private Node part(Method shown, Node part) {
        part.visibleProperty().bind(method.isEqualTo(shown));
        part.managedProperty().bind(part.visibleProperty());
        return part;
    }
}
