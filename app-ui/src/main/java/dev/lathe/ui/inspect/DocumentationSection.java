package dev.lathe.ui.inspect;

import dev.lathe.resources.operator.AttributeFact;
import dev.lathe.resources.operator.OperatorPage;
import dev.lathe.resources.operator.Parameter;
import dev.lathe.resources.operator.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What an operator does, in words and as a formula, and what its parameters mean.
final class DocumentationSection extends VBox {
    private final OperatorPage page;

    DocumentationSection(
            OperatorPage page, Optional<Signature> signature, List<String> present, Desk desk) {
        this.page = page;
        getStyleClass().add("operator-page");
        var summary = wrapped(page.summary(), "operator-summary");
        summary.setId("operator-summary");
        getChildren().add(summary);
        page.formula()
                .ifPresent(formula -> {
                    var label = wrapped(formula, "operator-formula");
                    label.setId("operator-formula");
                    getChildren().add(label);
                });
        var meanings = meanings(signature, present);
        if (!meanings.isEmpty()) {
            getChildren().add(explanations(meanings, desk));
        }
    }

    private TitledPane explanations(Map<String, String> meanings, Desk desk) {
        var grid = new GridPane();
        grid.getStyleClass().add("operator-parameters");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, words);
        meanings.forEach((name, meaning) -> {
            var label = new Label(name);
            label.getStyleClass().add("fact-name");
            GridPane.setValignment(label, VPos.TOP);
            grid.addRow(grid.getRowCount(), label, wrapped(meaning, "operator-meaning"));
        });
        var pane = new TitledPane();
        pane.setId("operator-parameters");
        pane.getStyleClass().addAll("dense", "operator-more");
        pane.setAnimated(false);
        pane.setContent(grid);
        pane.textProperty().bind(desk.texts().text("inspect.parameters-explained"));
        pane.setExpanded(desk.explains().get());
        pane.expandedProperty().subscribe(open -> desk.explains().set(open));
        return pane;
    }

    /// What is known of the parameters: inputs, outputs, then attributes.
    private Map<String, String> meanings(Optional<Signature> signature, List<String> present) {
        var names = new ArrayList<String>();
        signature.ifPresent(form -> {
            form.inputs().stream().map(Parameter::name).forEach(names::add);
            form.outputs().stream().map(Parameter::name).forEach(names::add);
            form.attributes().stream().map(AttributeFact::name).forEach(names::add);
        });
        names.addAll(present);
        var meanings = new LinkedHashMap<String, String>();
        for (String name : names) {
            page.meaning(name).ifPresent(meaning -> meanings.put(name, meaning));
        }
        return meanings;
    }

    private static Label wrapped(String words, String styleClass) {
        var label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        Copying.offer(label, words);
        return label;
    }
}
