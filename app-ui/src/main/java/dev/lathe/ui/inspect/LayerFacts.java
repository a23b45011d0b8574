package dev.lathe.ui.inspect;

import dev.lathe.model.cost.LayerCost;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.onnx.NodeMetadata;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.inspect.Inspection.OfLayer;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import dev.lathe.ui.theme.OperatorKind;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One layer: operator, attributes, what goes in and out, cost and weights.
final class LayerFacts extends VBox {
    private final OfLayer layer;
    private final Desk desk;
    private final Texts texts;

    LayerFacts(OfLayer layer, Desk desk) {
        this.layer = layer;
        this.desk = desk;
        this.texts = desk.texts();
        var node = layer.node();
        var signature = desk.book().signature(node.domain(), node.opType(), Opsets.of(layer));
        var page = desk.book().page(node.domain(), node.opType(), texts.locale());
        getStyleClass().add("inspector-content");
        getChildren().add(header());
        page.ifPresent(p -> {
            var present = node.attributes().stream().map(Attribute::name).toList();
            getChildren().add(new DocumentationSection(p, signature, present, desk));
        });
        var note = NodeMetadata.documentation(node);
        if (!note.isBlank()) {
            getChildren().add(note(note));
        }
        getChildren().add(new QuantizationSection(layer, signature, desk));
        layer.cost().flatMap(this::cost).ifPresent(getChildren()::add);
        new AttributeSection(layer, signature, page, desk).build().ifPresent(getChildren()::add);
        var ports = new LayerPorts(layer, signature, page, desk);
        getChildren().addAll(ports.inputs(), ports.outputs());
        desk.tensors().section(layer.scope(), node).ifPresent(getChildren()::add);
    }

    private VBox header() {
        var node = layer.node();
        var kind = OperatorKind.of(node);
        var dot = new KindDot();
        dot.show(kind, desk.palette().getValue());
        var title = new Label(node.opType());
        title.setId("inspector-operator");
        title.getStyleClass().add("inspector-title");
        var line = new HBox(dot, title);
        line.getStyleClass().add("inspector-title-line");
        var name = new Label(layer.id());
        name.setId("inspector-name");
        name.getStyleClass().add("inspector-subtitle");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(layer.id()));
        Copying.offer(name, layer.id());
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

    private Section note(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        Copying.offer(label, words);
        return new Section(texts.text("inspect.documentation"), label);
    }

    private Optional<Section> cost(LayerCost cost) {
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
        return grid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(texts.text("inspect.cost"), grid));
    }

    private Optional<String> latency() {
        return layer.version()
                .profile()
                .flatMap(profile ->
                        profile.operators().stream()
                                .filter(time -> time.name().equals(layer.id()))
                                .findFirst())
                .map(time -> Units.milliseconds(time.ms()) + " · " + Units.percent(time.share()));
    }

    private static String withShare(String figure, long part, long whole) {
        return whole > 0 ? figure + " · " + Units.percent((double) part / whole) : figure;
    }
}
