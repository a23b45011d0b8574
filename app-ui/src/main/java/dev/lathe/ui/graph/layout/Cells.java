package dev.lathe.ui.graph.layout;

import dev.lathe.ui.graph.layout.Cell.Pin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Turns pictures into plans: boxes into cells, with all that depends on the direction.
final class Cells {
    /// The room between a frame and what it holds.
    private static final double INSET = 16;

    /// The height of the title of a frame, with the room below it.
    private static final double HEADER = BoxStyle.BAND + 10;

    /// The least room between an output and the corner of its box.
    private static final double PORT_INSET = 6;

    private static final double[] NONE = {};

    private final Direction direction;
    private final TextMeasure measure;
    private final Ports ports;
    private final Reminders reminders;

    Cells(Direction direction, TextMeasure measure) {
        this.direction = direction;
        this.measure = measure;
        this.ports = new Ports(direction, measure);
        this.reminders = new Reminders(measure);
    }

    /// The plan of a picture.
    ///
    /// @param contents the arrangements of what its open boxes hold, by position of the box
    /// @param isFramed whether the picture goes into a frame
    Plan plan(GraphPicture picture, List<Optional<Arrangement>> contents, boolean isFramed) {
        int size = picture.boxes().size();
        var readers = readers(picture);
        var cells = new ArrayList<Cell>(size);
        for (int i = 0; i < size; i++) {
            var box = picture.boxes().get(i);
            var lengths = lengths(box, readers[i], size);
            if (i < picture.entries()) {
                cells.add(junction(Pin.FIRST, lengths));
            } else if (i >= size - picture.exits()) {
                cells.add(junction(Pin.LAST, lengths));
            } else {
                var content = contents.get(i);
                cells.add(
                        content.isPresent()
                                ? frame(box, content.get(), lengths)
                                : closed(box, lengths));
            }
        }
        double lead = direction == Direction.DOWN && isFramed ? HEADER : 0;
        return new Plan(cells, picture.edges(), isFramed, lead);
    }

    private static Cell junction(Pin pin, double[] lengths) {
        return new Cell(pin, 0, 0, new double[1], 0, 0, NONE, lengths, NONE);
    }

    private Cell closed(PictureBox box, double[] lengths) {
        boolean down = direction == Direction.DOWN;
        var offsets = ports.offsets(box.outputs());
        double span = offsets.length < 2 ? 0 : 2 * (offsets[offsets.length - 1] + PORT_INSET);
        double across = down ? box.width() : Math.max(box.height(), 2 * Math.ceil(span / 2));
        return new Cell(
                Pin.FREE,
                across,
                down ? box.height() : box.width(),
                offsets,
                Math.max(across / 2, ports.reach(box.outputs(), offsets)),
                ports.strip(box.outputs()),
                NONE,
                lengths,
                NONE);
    }

    private Cell frame(PictureBox box, Arrangement inside, double[] lengths) {
        boolean down = direction == Direction.DOWN;
        var held = box.content().orElseThrow();
        double title = measure.width(box.title(), TextRole.TITLE) + 2 * BoxStyle.TITLE_INSET;
        double before = down ? INSET : HEADER;
        double across = inside.width() + before + INSET;
        double start = held.entries() > 0 ? 0 : down ? HEADER : INSET;
        double along = inside.height() + start + (held.exits() > 0 ? 0 : INSET);
        if (down && across < title) {
            before += (title - across) / 2;
            across = title;
        }
        across = 2 * Math.ceil(across / 2);
        double axis = across / 2;
        var entries = new double[held.entries()];
        double shift = before - axis;
        Arrays.setAll(entries, i -> inside.across()[i] + shift);
        int size = held.boxes().size();
        var exits = new double[held.exits()];
        Arrays.setAll(exits, i -> inside.across()[size - held.exits() + i] + shift);
        return new Cell(
                Pin.FREE,
                across,
                Math.rint(down ? along : Math.max(along, title)),
                exits.length == 0 ? ports.offsets(box.outputs()) : exits,
                axis,
                ports.strip(box.outputs()),
                entries,
                lengths,
                new double[] {before, start});
    }

    /// How often each output of each box is read.
    private static int[][] readers(GraphPicture picture) {
        var readers = new int[picture.boxes().size()][];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = new int[picture.boxes().get(i).outputs().size()];
        }
        for (PictureEdge edge : picture.edges()) {
            readers[edge.from()][edge.port()] += edge.from() < edge.to() ? 1 : 1000;
        }
        return readers;
    }

    private double[] lengths(PictureBox box, int[] readers, int boxes) {
        var lengths = new double[readers.length];
        for (int port = 0; port < readers.length; port++) {
            if (Stubs.mayBeFar(readers[port], boxes)) {
                lengths[port] = reminders.width(box.outputs().get(port).value());
            }
        }
        return lengths;
    }
}
