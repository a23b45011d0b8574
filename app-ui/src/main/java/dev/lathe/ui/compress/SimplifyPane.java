package dev.lathe.ui.compress;

import dev.lathe.model.simplify.Pass;
import dev.lathe.ui.compress.SimplifyViewModel.OpsetChoice;
import dev.lathe.ui.form.ApplyBar;
import dev.lathe.ui.form.Choice;
import dev.lathe.ui.form.Form;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// How to simplify: which rewrites take part, and what the operator set becomes.
final class SimplifyPane extends VBox {
    private final SimplifyViewModel simplifying;
    private final Texts texts;

    SimplifyPane(CompressViewModel model, Texts texts) {
        this.simplifying = model.simplifying();
        this.texts = texts;
        getStyleClass().add("pane-part");
        getChildren()
                .setAll(
                        hint(),
                        passes(),
                        new Form().field(texts.text("compress.opset"), opset()),
                        new ApplyBar(
                                "compress-simplify",
                                texts.text("compress.simplify.apply"),
                                model.simplifyObstacle(),
                                model::simplify));
    }

    private Label hint() {
        var hint = new Label();
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.textProperty().bind(texts.text("compress.simplify.hint"));
        return hint;
    }

    private Section passes() {
        var section = new Section(texts.text("compress.passes"));
        for (Pass pass : Pass.values()) {
            var box = new CheckBox();
            box.setId("compress-pass-" + pass.word());
            box.textProperty().bind(texts.text("compress.pass." + pass.word()));
            var explanation = new Tooltip();
            explanation.textProperty().bind(texts.text("compress.pass." + pass.word() + ".hint"));
            explanation.setWrapText(true);
            explanation.setMaxWidth(320);
            box.setTooltip(explanation);
            box.accessibleHelpProperty().bind(explanation.textProperty());
            box.selectedProperty().bindBidirectional(simplifying.takesPart(pass));
            section.getChildren().add(box);
        }
        return section;
    }

    private Choice<OpsetChoice> opset() {
        return new Choice<>(
                "compress-opset", simplifying.opsets(), simplifying.opsetProperty(), this::words);
    }

    private ObservableValue<String> words(OpsetChoice choice) {
        return choice.version().isPresent()
                ? texts.text("compress.opset.version", choice.version().getAsLong())
                : texts.text("compress.opset.keep");
    }
}
