package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.outline.Scope;
import dev.lathe.resources.operator.AttributeFact;
import dev.lathe.resources.operator.OperatorPage;
import dev.lathe.resources.operator.Signature;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.inspect.Inspection.OfLayer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/// The attributes of a layer: those that it has, then, muted, the defaults of those that it lacks.
final class AttributeSection {
    /// Attributes that are element types, as the codes of ONNX (`TensorProto.DataType`).
    private static final Set<String> TYPES =
            Set.of(
                    "to",
                    "dtype",
                    "output_dtype",
                    "output_datatype",
                    "stash_type",
                    "softmax_precision");

    private final OfLayer layer;
    private final Optional<Signature> signature;
    private final Optional<OperatorPage> page;
    private final Desk desk;

    AttributeSection(
            OfLayer layer, Optional<Signature> signature, Optional<OperatorPage> page, Desk desk) {
        this.layer = layer;
        this.signature = signature;
        this.page = page;
        this.desk = desk;
    }

    /// The section, if there is anything in it.
    Optional<Section> build() {
        var grid = new FactGrid();
        grid.setId("attributes");
        for (Attribute attribute : layer.node().attributes()) {
            if (!isGraph(attribute.value())) {
                grid.fact(
                        attribute.name(),
                        typed(attribute.name(), AttributeText.of(attribute.value())));
                explain(grid, attribute.name());
            }
        }
        for (AttributeFact fact : signature.map(Signature::attributes).orElse(List.of())) {
            if (fact.defaultText().isPresent() && layer.node().attribute(fact.name()).isEmpty()) {
                grid.implied(
                        fact.name(),
                        typed(fact.name(), fact.defaultText().get()),
                        desk.texts().text("inspect.default"));
                explain(grid, fact.name());
            }
        }
        var scopes = layer.scope().inside(layer.node());
        if (grid.isEmpty() && scopes.isEmpty()) {
            return Optional.empty();
        }
        var section = new Section(desk.texts().text("inspect.attributes"));
        if (!grid.isEmpty()) {
            section.getChildren().add(grid);
        }
        scopes.forEach(scope -> section.getChildren().add(way(scope)));
        return Optional.of(section);
    }

    /// A number that stands for an element type, with the name of the type.
    private String typed(String name, String value) {
        if (!TYPES.contains(name) || !value.matches("[0-9]{1,4}")) {
            return value;
        }
        return DataType.ofCode(Integer.parseInt(value))
                .map(type -> value + " (" + type.label() + ")")
                .orElse(value);
    }

    /// Graphs are led to by links instead.
    private static boolean isGraph(AttributeValue value) {
        return value instanceof GraphValue || value instanceof GraphsValue;
    }

    private void explain(FactGrid grid, String name) {
        page.flatMap(p -> p.meaning(name)).ifPresent(grid::meaning);
    }

    /// A link into a graph of the layer.
    private Hyperlink way(Scope scope) {
        var link = new Hyperlink();
        link.getStyleClass().addAll("value-link", "scope-link");
        link.textProperty()
                .bind(
                        desk.texts()
                                .text(
                                        "inspect.scope.enter",
                                        scope.label(),
                                        scope.graph().nodes().size()));
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setTooltip(new Tooltip(scope.path()));
        link.setOnAction(_ -> desk.go().accept(Subject.graph(scope.path())));
        return link;
    }
}
