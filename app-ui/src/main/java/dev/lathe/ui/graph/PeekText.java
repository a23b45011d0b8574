package dev.lathe.ui.graph;

import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Outline.Place;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.OutputPort;
import dev.lathe.ui.graph.layout.PictureBox;
import dev.lathe.ui.graph.layout.PlacedEdge;
import dev.lathe.ui.graph.layout.TypeText;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is said of a box or an edge when the pointer rests on it.
///
/// @param title the operator of a box, the name of a value
/// @param detail the name of a box, the type of a value
/// @param inputs the values that a node reads, with their types
/// @param outputs the values that it makes
record PeekText(String title, String detail, List<String> inputs, List<String> outputs) {
    private static final int MOST_VALUES = 5;

    static final PeekText NOTHING = new PeekText("", "");

    PeekText {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    private PeekText(String title, String detail) {
        this(title, detail, List.of(), List.of());
    }

    static PeekText of(PictureIndex picture, Pointed pointed, Optional<Outline> outline) {
        if (pointed.box().isPresent()) {
            return of(picture.graph().boxes().get(pointed.box().getAsInt()).box(), outline);
        }
        return pointed.edge().isPresent()
                ? ofEdge(picture, pointed.edge().getAsInt(), outline)
                : NOTHING;
    }

    private static PeekText of(PictureBox box, Optional<Outline> outline) {
        var place = placeOf(box, outline);
        if (place.isEmpty()) {
            return new PeekText(box.title(), detail(box));
        }
        var node = place.get().node();
        var domain = node.isStandard() ? "" : node.domain() + ".";
        return new PeekText(
                domain + node.opType(),
                box.name(),
                values(node.inputs(), place.get()),
                values(node.outputs(), place.get()));
    }

    /// The name, if it is not the title, and what the lines of the box say.
    private static String detail(PictureBox box) {
        var name = box.title().equals(box.name()) ? "" : box.name() + "\n";
        return name
                + box.lines().stream()
                        .map(line -> (line.label() + " " + line.text()).strip())
                        .collect(Collectors.joining("\n"));
    }

    private static List<String> values(List<String> names, Place place) {
        var values = new ArrayList<String>();
        names.stream()
                .filter(value -> !value.isEmpty())
                .limit(MOST_VALUES)
                .forEach(value -> values.add((value + "  " + type(place, value)).strip()));
        if (names.size() > MOST_VALUES) {
            values.add("…");
        }
        return values;
    }

    private static PeekText ofEdge(PictureIndex picture, int edge, Optional<Outline> outline) {
        var first = GraphReach.firstPiece(picture, edge);
        var maker = picture.graph().boxes().get(first.from()).box();
        var port = port(maker, first);
        var value = port.map(OutputPort::value).orElse(maker.name());
        var type =
                placeOf(maker, outline)
                        .map(place -> type(place, value))
                        .filter(text -> !text.isEmpty())
                        .orElseGet(() -> port.map(OutputPort::label).orElse(""));
        return new PeekText(value, type);
    }

    private static Optional<OutputPort> port(PictureBox maker, PlacedEdge edge) {
        int port = edge.edge().port();
        return port < maker.outputs().size()
                ? Optional.of(maker.outputs().get(port))
                : Optional.empty();
    }

    private static Optional<Place> placeOf(PictureBox box, Optional<Outline> outline) {
        return box.role().isLayer() || box.role() == BoxRole.STUB
                ? outline.flatMap(o -> o.find(box.name()))
                : Optional.empty();
    }

    private static String type(Place place, String value) {
        var scope = place.scope();
        return scope.types()
                .type(value)
                .map(PeekText::type)
                .or(() -> scope.graph().constant(value).map(t -> t.type().label()))
                .orElse("");
    }

    private static String type(ValueType type) {
        return type instanceof TensorType(var element, var shape)
                ? (element.label() + " " + shape.map(TypeText::of).orElse("")).strip()
                : TypeText.of(type);
    }
}
