package dev.lathe.ui.inspect;

import dev.lathe.model.cost.LayerCost;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.inspect.Inspection.OfLayer;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.OperatorKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One layer: operator, attributes, what goes in and out, cost and weights.
final class LayerFacts extends VBox {
    private final OfLayer layer;
    private final Set<String> selected;
    private final Texts texts;

    /// The facts of a layer.
    ///
    /// @param selected receives the name of a neighbour that is clicked
    LayerFacts(
            OfLayer layer,
            Set<String> selected,
            ObservableValue<KindPalette> palette,
            WeightStatisticsLoader statistics,
            Texts texts) {
        this.layer = layer;
        this.selected = selected;
        this.texts = texts;
        getStyleClass().add("inspector-content");
        getChildren().add(header(palette));
        layer.cost().ifPresent(cost -> getChildren().add(cost(cost)));
        if (!layer.node().attributes().isEmpty()) {
            getChildren().add(attributes());
        }
        getChildren().addAll(inputs(), outputs());
        var weights = weights();
        if (!weights.isEmpty()) {
            var section = new Section(texts.text("inspect.weights"));
            weights.forEach(tensor ->
                    section.getChildren()
                            .add(
                                    new WeightFacts(
                                            tensor,
                                            layer.graph().quantization(tensor.name()),
                                            statistics,
                                            texts)));
            getChildren().add(section);
        }
    }

    private VBox header(ObservableValue<KindPalette> palette) {
        var node = layer.node();
        var kind = OperatorKind.of(node);
        var dot = new KindDot();
        dot.show(kind, palette.getValue());
        var title = new Label(node.opType());
        title.setId("inspector-operator");
        title.getStyleClass().add("inspector-title");
        var line = new HBox(dot, title);
        line.getStyleClass().add("inspector-title-line");
        var name = new Label(layer.name());
        name.setId("inspector-name");
        name.getStyleClass().add("inspector-subtitle");
        name.setTooltip(new Tooltip(layer.name()));
        var kindName = new Label();
        kindName.getStyleClass().add("inspector-kind");
        kindName.textProperty()
                .bind(
                        node.isStandard()
                                ? texts.text(kind.messageKey())
                                : texts.text(
                                        "inspect.domain",
                                        texts.text(kind.messageKey()),
                                        node.domain()));
        var header = new VBox(line, name, kindName);
        header.getStyleClass().add("inspector-header");
        return header;
    }

    private Section cost(LayerCost cost) {
        var total = layer.version().cost();
        var grid = new FactGrid();
        if (cost.macs().value() > 0) {
            grid.figure(
                    texts.text("inspect.macs"),
                    withShare(Units.count(cost.macs()), cost.macs().value(), total.macs().value()));
        }
        if (cost.parameters() > 0) {
            grid.figure(
                    texts.text("inspect.parameters"),
                    withShare(
                            Units.count(cost.parameters()), cost.parameters(), total.parameters()));
            grid.figure(texts.text("inspect.weight-bytes"), Units.bytes(cost.weightBytes()));
        }
        if (cost.outputBytes().isPresent()) {
            grid.figure(
                    texts.text("inspect.output-bytes"),
                    Units.bytes(cost.outputBytes().getAsLong()));
        }
        latency().ifPresent(ms -> grid.figure(texts.text("inspect.latency"), ms));
        return new Section(texts.text("inspect.cost"), grid);
    }

    private Optional<String> latency() {
        return layer.version()
                .profile()
                .flatMap(profile ->
                        profile.operators().stream()
                                .filter(time -> time.name().equals(layer.name()))
                                .findFirst())
                .map(time -> Units.milliseconds(time.ms()) + " · " + Units.percent(time.share()));
    }

    private static String withShare(String figure, long part, long whole) {
        return whole > 0 ? figure + " · " + Units.percent((double) part / whole) : figure;
    }

    private Section attributes() {
        var grid = new FactGrid();
        for (Attribute attribute : layer.node().attributes()) {
            grid.fact(attribute.name(), AttributeText.of(attribute.value()));
        }
        return new Section(texts.text("inspect.attributes"), grid);
    }

    private Section inputs() {
        var list = new VBox();
        list.getStyleClass().add("value-list");
        for (String input : layer.node().inputs()) {
            if (!input.isEmpty() && layer.graph().constant(input).isEmpty()) {
                var producer = layer.graph().producer(input).stream().toList();
                list.getChildren().add(value(input, producer));
            }
        }
        return new Section(texts.text("inspect.inputs"), list);
    }

    private Section outputs() {
        var list = new VBox();
        list.getStyleClass().add("value-list");
        for (String output : layer.node().outputs()) {
            if (!output.isEmpty()) {
                list.getChildren().add(value(output, layer.graph().consumers(output)));
            }
        }
        return new Section(texts.text("inspect.outputs"), list);
    }

    private ValueLine value(String value, List<Node> neighbours) {
        var type = TypeText.of(layer.version().types().type(value));
        var names = neighbours.stream().map(layer.graph()::layerName).toList();
        return new ValueLine(
                value, type, layer.graph().quantization(value), names, this::select, texts);
    }

    private void select(String name) {
        selected.retainAll(Set.of(name));
        selected.add(name);
    }

    private List<Tensor> weights() {
        return layer.node().inputs().stream()
                .distinct()
                .flatMap(input -> layer.graph().constant(input).stream())
                .toList();
    }
}
