package dev.lathe.ui.graph.layout;

import dev.lathe.ui.theme.OperatorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the boxes of items.
final class ItemBoxes {
    private final ScopeWires wires;
    private final BoxFactory factory;
    private final NodeTexts texts;

    ItemBoxes(ScopeWires wires, TextMeasure measure) {
        this.wires = wires;
        this.factory = new BoxFactory(measure);
        this.texts = new NodeTexts(wires.scope.graph(), wires.scope.types(), wires.quantization);
    }

    /// A point where a value crosses the border of a frame.
    static PictureBox junction(String value, String maker, OperatorKind kind) {
        return new PictureBox(
                BoxRole.JUNCTION,
                maker,
                kind,
                "",
                List.of(),
                List.of(new OutputPort(value, "")),
                0,
                0);
    }

    static PictureBox frame(
            BoxRole role,
            String name,
            OperatorKind kind,
            String title,
            List<OutputPort> outputs,
            GraphPicture content) {
        return new PictureBox(
                role, name, kind, title, List.of(), outputs, 0, 0, Optional.of(content));
    }

    PictureBox box(Item item, List<String> values) {
        var outputs = new ArrayList<OutputPort>(values.size());
        for (String value : values) {
            boolean inside = item.role() == BoxRole.OPEN_GROUP;
            outputs.add(new OutputPort(value, inside ? "" : label(value)));
        }
        return switch (item.role()) {
            case GROUP -> {
                var held = item.group().orElseThrow();
                int alike = wires.scope.groups().repetitions(held).size();
                yield factory.box(
                        BoxRole.GROUP,
                        wires.scope.id(held),
                        GroupText.kind(held.allNodes()),
                        GroupText.of(held, alike, node -> wires.element(node).isPresent()),
                        outputs);
            }
            case OPEN_GROUP -> {
                var held = item.group().orElseThrow();
                yield frame(
                        BoxRole.OPEN_GROUP,
                        wires.scope.id(held),
                        GroupText.kind(held.allNodes()),
                        held.label(),
                        outputs,
                        item.open().picture());
            }
            case OPEN_NODE -> {
                var node = item.node().orElseThrow();
                yield frame(
                        BoxRole.OPEN_NODE,
                        wires.scope.id(node),
                        OperatorKind.of(node),
                        node.opType(),
                        outputs,
                        item.open().picture());
            }
            case NODE -> {
                var node = item.node().orElseThrow();
                yield factory.box(
                        BoxRole.NODE,
                        wires.scope.id(node),
                        OperatorKind.of(node),
                        texts.of(node),
                        outputs);
            }
            default -> end(item.role(), item.value(), outputs);
        };
    }

    /// A point where a value crosses the border of a frame.
    PictureBox crossing(String value) {
        var maker = wires.producer(value);
        if (maker.isEmpty() || maker.get() >= wires.nodes.size()) {
            return junction(value, value, OperatorKind.CONSTANT);
        }
        var node = wires.nodes.get(maker.get());
        return junction(value, wires.scope.id(node), OperatorKind.of(node));
    }

    PictureBox end(BoxRole role, String value) {
        return end(role, value, List.of(new OutputPort(value, label(value))));
    }

    private PictureBox end(BoxRole role, String value, List<OutputPort> outputs) {
        var text = new NodeText(value, List.of());
        return factory.box(role, value, OperatorKind.CONSTANT, text, outputs);
    }

    private String label(String value) {
        return wires.scope.types().type(value).map(TypeText::of).orElse("");
    }
}
