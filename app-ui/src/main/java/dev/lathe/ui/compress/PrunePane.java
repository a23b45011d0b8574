package dev.lathe.ui.compress;

import dev.lathe.model.prune.PruneScope;
import dev.lathe.ui.form.ApplyBar;
import dev.lathe.ui.form.Form;
import dev.lathe.ui.form.PercentField;
import dev.lathe.ui.form.Segments;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How much to prune and where, with what that would do.
final class PrunePane extends VBox {
    private final PruneViewModel pruning;
    private final Texts texts;

    PrunePane(CompressViewModel model, Texts texts) {
        this.pruning = model.pruning();
        this.texts = texts;
        getStyleClass().add("pane-part");
        getChildren()
                .setAll(
                        form(),
                        hint(),
                        preview(),
                        new LayerPicker(
                                "compress-prune-layers",
                                texts,
                                pruning.layers(),
                                LayerTable.Detail.ZEROS,
                                model.hasSelection(),
                                () -> model.excludeSelection(pruning.layers())),
                        new ApplyBar(
                                "compress-prune",
                                texts.text("compress.prune.apply"),
                                model.pruneObstacle(),
                                model::prune));
    }

    private Form form() {
        var amount = texts.text("compress.amount");
        var scope =
                new Segments<>(
                        "compress-scope",
                        List.of(PruneScope.values()),
                        pruning.scopeProperty(),
                        s -> texts.text("compress.scope." + s.name().toLowerCase(Locale.ROOT)));
        return new Form()
                .row(amount, new PercentField("compress-amount", pruning.amountProperty(), amount))
                .row(texts.text("compress.scope"), scope);
    }

    private Label hint() {
        var hint = new Label();
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.now(
                                                switch (pruning.scopeProperty().get()) {
                                                    case GLOBAL -> "compress.scope.global.hint";
                                                    case LAYER -> "compress.scope.layer.hint";
                                                }),
                                pruning.scopeProperty(),
                                texts.messagesProperty()));
        return hint;
    }

    private Label preview() {
        var label = new Label();
        label.setId("compress-preview");
        label.getStyleClass().add("preview");
        label.setWrapText(true);
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::previewText,
                                pruning.previewProperty(),
                                texts.messagesProperty()));
        return label;
    }

    private String previewText() {
        return pruning.previewProperty()
                .get()
                .map(p ->
                        texts.now(
                                "compress.preview",
                                String.format(Locale.ROOT, "%,d", p.zeros()),
                                String.format(Locale.ROOT, "%,d", p.weights())))
                .orElseGet(() -> texts.now("compress.preview.none"));
    }
}
