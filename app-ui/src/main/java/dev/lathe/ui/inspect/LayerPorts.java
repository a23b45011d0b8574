package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.outline.Scope;
import dev.lathe.resources.operator.OperatorPage;
import dev.lathe.resources.operator.Signature;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.inspect.Inspection.OfLayer;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// What goes into and out of a layer, with the ways to the layers at the other ends.
final class LayerPorts {
    private final OfLayer layer;
    private final Optional<Signature> signature;
    private final Optional<OperatorPage> page;
    private final Desk desk;

    LayerPorts(
            OfLayer layer, Optional<Signature> signature, Optional<OperatorPage> page, Desk desk) {
        this.layer = layer;
        this.signature = signature;
        this.page = page;
        this.desk = desk;
    }

    Section inputs() {
        var list = list();
        var inputs = layer.node().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            int position = i;
            if (!inputs.get(i).isEmpty()) {
                var role = signature.flatMap(s -> s.input(position));
                list.getChildren().add(input(inputs.get(i), role));
            }
        }
        for (String captured : layer.node().valuesRead()) {
            if (!inputs.contains(captured)) {
                list.getChildren()
                        .add(input(captured, Optional.empty()).end("inspect.end.captured"));
            }
        }
        return new Section(desk.texts().text("inspect.inputs"), list);
    }

    Section outputs() {
        var list = list();
        var outputs = layer.node().outputs();
        for (int i = 0; i < outputs.size(); i++) {
            int position = i;
            if (!outputs.get(i).isEmpty()) {
                var role = signature.flatMap(s -> s.output(position));
                list.getChildren().add(output(outputs.get(i), role));
            }
        }
        return new Section(desk.texts().text("inspect.outputs"), list);
    }

    private ValueLine output(String value, Optional<String> role) {
        var line = line(value, TypeText.of(layer.scope().types().type(value)), role);
        line.with(layer.graph().quantization(value));
        var readers = layer.graph().consumers(value);
        boolean leaves = layer.graph().outputs().stream().anyMatch(o -> o.name().equals(value));
        if (leaves) {
            line.end(
                    layer.scope().outer().isEmpty()
                            ? "inspect.end.model-output"
                            : "inspect.end.graph-output");
        } else if (readers.isEmpty()) {
            line.end("inspect.end.unread");
        }
        return readers.isEmpty() ? line : line.with(desk.links(layer.scope(), readers));
    }

    private ValueLine input(String value, Optional<String> role) {
        for (var scope = Optional.of(layer.scope());
                scope.isPresent();
                scope = scope.get().outer()) {
            var found = input(value, role, scope.get());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return line(value, TypeText.of(layer.scope().types().type(value)), role)
                .end("inspect.end.unknown");
    }

    /// The line of a value that a graph around the layer has.
    private Optional<ValueLine> input(String value, Optional<String> role, Scope scope) {
        var graph = scope.graph();
        var constant = graph.constant(value);
        var producer = graph.producer(value);
        boolean enters = graph.inputs().stream().anyMatch(i -> i.name().equals(value));
        if (constant.isEmpty() && producer.isEmpty() && !enters) {
            return Optional.empty();
        }
        var type =
                constant.map(TypeText::of).orElseGet(() -> TypeText.of(scope.types().type(value)));
        var line = line(value, type, role);
        if (!scope.path().equals(layer.scope().path())) {
            line.end("inspect.end.outside");
        }
        if (constant.isPresent()) {
            constant(line, constant.get(), graph);
        } else {
            line.with(graph.quantization(value));
            producer.ifPresentOrElse(
                    node -> line.with(desk.links(scope, List.of(node))),
                    () ->
                            line.end(
                                    scope.outer().isEmpty()
                                            ? "inspect.end.model-input"
                                            : "inspect.end.graph-input"));
        }
        return Optional.of(line);
    }

    private static void constant(ValueLine line, Tensor tensor, Graph graph) {
        var contents = ValueText.of(tensor);
        contents.ifPresentOrElse(line::holding, () -> line.end("inspect.end.constant"));
        line.with(graph.quantization(tensor.name()));
    }

    private ValueLine line(String value, String type, Optional<String> role) {
        var meaning = role.flatMap(name -> page.flatMap(p -> p.meaning(name)));
        return new ValueLine(value, type, role, meaning, desk.texts());
    }

    private static VBox list() {
        var list = new VBox();
        list.getStyleClass().add("value-list");
        return list;
    }
}
