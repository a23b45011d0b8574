package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.BoxStyle;
import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.layout.TextMeasure;
import dev.lathe.ui.graph.layout.TextRole;
import dev.lathe.ui.graph.paint.Brush.Anchor;
import dev.lathe.ui.graph.paint.Brush.Bend;
import dev.lathe.ui.graph.paint.Brush.Stroke;
import dev.lathe.ui.graph.paint.ChangeMarks.Counts;
import dev.lathe.ui.graph.paint.ChangeMarks.Mark;
import dev.lathe.ui.theme.ChangeColors;
import dev.lathe.ui.theme.Tint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws what became of boxes: a border, a sign in the upper left corner, and how much changed
/// inside a group at its upper right.
final class ChangePainter {
    /// How far marks stick out of their boxes.
    private static final double MARGIN = 18;

    private static final double ARROW = 7;
    private static final double FADE = 0.62;
    private static final double BORDER = 2.5;
    private static final double BADGE = 8;
    private static final double BADGE_SHIFT = 4;
    private static final double CHIP = 15;
    private static final double CHIP_INSET = 5;
    private static final double BASELINE = 0.36;

    private final ChangeMarks marks;
    private final GraphColors colors;
    private final ChangeColors tints;
    private final TextMeasure measure;

    ChangePainter(ChangeMarks marks, GraphColors colors, TextMeasure measure) {
        this.marks = marks;
        this.colors = colors;
        this.tints = ChangeColors.of(colors.kinds());
        this.measure = measure;
    }

    /// What became of a box; empty if it stayed as it was.
    Optional<Mark> of(PlacedBox box) {
        var name = box.box().name();
        return switch (box.box().role()) {
            case NODE, OPEN_NODE -> Optional.ofNullable(marks.layers().get(name));
            case GROUP -> within(box).flatMap(Counts::common);
            case INPUT, OUTPUT -> Optional.ofNullable(marks.ends().get(name));
            case STUB, JUNCTION, OPEN_GROUP, SCOPE -> Optional.empty();
        };
    }

    /// The colour of a box among others that changed: what stayed as it was steps back.
    Tint band(PlacedBox box, Tint usual) {
        return marks.isNone() || of(box).isPresent() ? usual : usual.mix(colors.surface(), FADE);
    }

    /// The colour of a box that is too small for signs.
    Tint block(PlacedBox box, Tint usual) {
        return marks.isNone()
                ? usual
                : of(box).map(mark -> mark.tint(tints)).orElse(colors.unrated());
    }

    /// The area in which boxes may be whose marks are in an area.
    Area reach(Area area) {
        return marks.isNone()
                ? area
                : new Area(
                        area.x() - MARGIN,
                        area.y() - MARGIN,
                        area.width() + 2 * MARGIN,
                        area.height() + 2 * MARGIN);
    }

    /// Draws the edges of boxes that came or went over the usual ones.
    void paintEdges(Brush brush, PictureIndex index, List<Integer> edges, double width, Bend bend) {
        if (marks.isNone()) {
            return;
        }
        var paths = new EnumMap<Mark, List<EdgePath>>(Mark.class);
        for (int i : edges) {
            var edge = index.graph().edges().get(i);
            var from = of(index.graph().boxes().get(edge.from()));
            var to = of(index.graph().boxes().get(edge.to()));
            Stream.of(from, to)
                    .flatMap(Optional::stream)
                    .filter(mark -> mark != Mark.CHANGED)
                    .max(Comparator.naturalOrder())
                    .ifPresent(mark ->
                            paths.computeIfAbsent(mark, _ -> new ArrayList<>()).add(edge.path()));
        }
        paths.forEach((mark, all) -> {
            brush.edges(all, new Stroke(tint(mark), width, mark.dash(), bend));
            if (bend == Bend.CURVED) {
                brush.arrowHeads(all, ARROW, tint(mark));
            }
        });
    }

    private Tint tint(Mark mark) {
        return mark.tint(tints);
    }

    /// Draws the marks of a box over it.
    void paint(Brush brush, PlacedBox box, Detail detail, double scale) {
        if (marks.isNone()) {
            return;
        }
        of(box).ifPresent(mark -> {
            border(brush, box, mark, scale);
            badge(brush, box, mark, detail);
        });
        if (detail == Detail.FULL) {
            within(box).ifPresent(counts -> chips(brush, box, counts));
        }
    }

    /// How much changed inside a box.
    private Optional<Counts> within(PlacedBox box) {
        var name = box.box().name();
        return switch (box.box().role()) {
            case NODE, OPEN_NODE, SCOPE -> Optional.ofNullable(marks.holders().get(name));
            case GROUP, OPEN_GROUP -> Optional.ofNullable(marks.groups().get(name));
            case INPUT, OUTPUT, STUB, JUNCTION -> Optional.empty();
        };
    }

    private void border(Brush brush, PlacedBox box, Mark mark, double scale) {
        double width = Math.max(BORDER, 1.6 / scale);
        double gap = width / 2 + 0.5;
        boolean isEnd = box.box().role() == BoxRole.INPUT || box.box().role() == BoxRole.OUTPUT;
        double radius = (isEnd ? box.height() / 2 : BoxStyle.RADIUS) + gap;
        brush.outline(
                box.x() - gap,
                box.y() - gap,
                box.width() + 2 * gap,
                box.height() + 2 * gap,
                radius,
                new Stroke(tint(mark), width, mark.dash(), Bend.CURVED));
    }

    private void badge(Brush brush, PlacedBox box, Mark mark, Detail detail) {
        double x = box.x() - BADGE_SHIFT;
        double y = box.y() - BADGE_SHIFT;
        brush.fillRound(
                x - BADGE - 1.5,
                y - BADGE - 1.5,
                2 * BADGE + 3,
                2 * BADGE + 3,
                BADGE + 1.5,
                colors.surface());
        brush.fillRound(x - BADGE, y - BADGE, 2 * BADGE, 2 * BADGE, BADGE, tint(mark));
        if (detail == Detail.FULL) {
            brush.text(
                    mark.sign(),
                    x,
                    y + TextRole.TITLE.size() * BASELINE,
                    measure.width(mark.sign(), TextRole.TITLE),
                    TextRole.TITLE,
                    Anchor.MIDDLE,
                    tint(mark).readableText());
        }
    }

    /// Writes how much of each kind there is inside, from the right.
    private void chips(Brush brush, PlacedBox box, Counts counts) {
        double right = box.right() + 4;
        for (Mark mark : new Mark[] {Mark.CHANGED, Mark.REMOVED, Mark.ADDED}) {
            int count = counts.of(mark);
            if (count == 0) {
                continue;
            }
            var text = mark.sign() + count;
            double width = measure.width(text, TextRole.LABEL) + 2 * CHIP_INSET;
            double top = box.y() - CHIP + 2;
            brush.fillRound(
                    right - width - 1.5,
                    top - 1.5,
                    width + 3,
                    CHIP + 3,
                    CHIP / 2 + 1.5,
                    colors.surface());
            brush.fillRound(right - width, top, width, CHIP, CHIP / 2, tint(mark));
            brush.text(
                    text,
                    right - width / 2,
                    top + CHIP / 2 + TextRole.LABEL.size() * BASELINE,
                    width - 2 * CHIP_INSET,
                    TextRole.LABEL,
                    Anchor.MIDDLE,
                    tint(mark).readableText());
            right -= width + 3;
        }
    }
}
