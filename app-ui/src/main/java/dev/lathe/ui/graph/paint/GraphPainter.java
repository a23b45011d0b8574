package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.BoxLine;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.BoxStyle;
import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.layout.PictureEdge.Reading;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.layout.TextMeasure;
import dev.lathe.ui.graph.layout.TextRole;
import dev.lathe.ui.graph.paint.Brush.Anchor;
import dev.lathe.ui.graph.paint.Brush.Bend;
import dev.lathe.ui.graph.paint.Brush.Stroke;
import dev.lathe.ui.graph.paint.NodeOverlay.Rating;
import dev.lathe.ui.theme.OperatorKind;
import dev.lathe.ui.theme.Tint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Draws a laid out graph.
public final class GraphPainter {
    private static final double ARROW = 6;
    private static final double DASH = 4;
    private static final double BASELINE = 0.36;
    private static final double RATING_GAP = 5;
    private static final double RATING_DROP = 8.5;
    private static final double BADGE_INSET = 5;
    private static final double BADGE_ROUND = 7;
    private static final int DEEPEST = 5;
    private static final double FRAME_TINT = 0.07;
    private static final double FRAME_TITLE = 18;
    private static final double FRAME_TITLE_X = 6;
    private static final double FRAME_TITLE_Y = 5;

    private final PictureIndex index;
    private final GraphColors colors;
    private final NodeOverlay overlay;
    private final ChangePainter changes;
    private final FarTitles farTitles;
    private final TextMeasure measure;

    public GraphPainter(
            PictureIndex index, GraphColors colors, NodeOverlay overlay, TextMeasure measure) {
        this(index, colors, overlay, ChangeMarks.NONE, measure);
    }

    /// A painter that also marks what became of the boxes.
    public GraphPainter(
            PictureIndex index,
            GraphColors colors,
            NodeOverlay overlay,
            ChangeMarks marks,
            TextMeasure measure) {
        this.index = index;
        this.colors = colors;
        this.overlay = overlay;
        this.changes = new ChangePainter(marks, colors, measure);
        this.farTitles = new FarTitles(index, colors, measure);
        this.measure = measure;
    }

    /// The picture that is drawn.
    public PictureIndex picture() {
        return index;
    }

    /// The colour behind everything.
    public Tint surface() {
        return colors.surface();
    }

    /// The colour that a box has when it is seen from afar.
    public Tint tint(PlacedBox box) {
        return changes.block(box, bandOf(box));
    }

    /// Draws what is in an area.
    ///
    /// @param scale pixels for a unit of the picture, which decides how much is drawn
    public void paint(Brush brush, Area area, double scale) {
        paint(brush, brush, Focus.ALL, area, scale);
    }

    /// Draws what is in an area, what is not in the focus with another brush.
    public void paint(Brush brush, Brush faded, Focus focus, Area area, double scale) {
        brush.fill(area.x(), area.y(), area.width(), area.height(), colors.surface());
        paintOver(brush, faded, focus, area, scale);
    }

    /// Draws what is in an area over what is there already.
    public void paintOver(Brush brush, Area area, double scale) {
        paintOver(brush, brush, Focus.ALL, area, scale);
    }

    private void paintOver(Brush brush, Brush faded, Focus focus, Area area, double scale) {
        var detail = Detail.at(scale);
        var boxes = index.boxesIn(changes.reach(area));
        for (int i : boxes) {
            var box = index.graph().boxes().get(i);
            if (box.box().role().isFrame()) {
                paintFrame(brush, box, scale);
            }
        }
        var edges = index.edgesIn(area);
        if (!focus.isAll()) {
            paintEdges(faded, edges.stream().filter(i -> !focus.hasEdge(i)).toList(), scale);
        }
        paintEdges(brush, edges.stream().filter(focus::hasEdge).toList(), scale);
        if (detail == Detail.FULL) {
            paintLabels(brush, faded, focus, area);
        }
        for (int i : boxes) {
            var box = index.graph().boxes().get(i);
            if (box.box().role() != BoxRole.JUNCTION) {
                boolean isBright = focus.hasBox(i) || box.box().role().isFrame();
                var used = isBright ? brush : faded;
                used.begin(box.box().name());
                paintAny(used, box, detail, scale);
                used.end();
            }
        }
        if (detail != Detail.FULL) {
            boxes.stream()
                    .map(index.graph().boxes()::get)
                    .filter(box -> box.box().role().isFrame())
                    .forEach(frame -> farTitles.paint(brush, frame, scale));
        }
    }

    /// Draws one box, wherever it is.
    public void paintBox(Brush brush, PlacedBox box, double scale) {
        if (box.box().role().isFrame()) {
            paintFrame(brush, box, scale);
        }
        paintAny(brush, box, Detail.at(scale), scale);
    }

    private void paintAny(Brush brush, PlacedBox box, Detail detail, double scale) {
        var role = box.box().role();
        if (role == BoxRole.JUNCTION) {
            return;
        }
        if (role.isFrame()) {
            if (detail == Detail.FULL) {
                paintFrameTitle(brush, box);
            }
        } else if (detail == Detail.BLOCKS) {
            var tint = changes.block(box, bandOf(box));
            brush.fill(box.x(), box.y(), box.width(), box.height(), tint);
            return;
        } else if (role == BoxRole.GROUP) {
            paintStack(brush, box, scale);
            paintBox(brush, box.onTop(), detail, scale);
        } else {
            paintBox(brush, box, detail, scale);
        }
        changes.paint(brush, box, detail, scale);
    }

    private void paintEdges(Brush brush, List<Integer> edges, double scale) {
        var detail = Detail.at(scale);
        var direct = new ArrayList<EdgePath>();
        var captured = new ArrayList<EdgePath>();
        var heads = new ArrayList<EdgePath>();
        for (int i : edges) {
            var edge = index.graph().edges().get(i);
            boolean isDirect = edge.edge().reading() == Reading.DIRECT;
            (isDirect ? direct : captured).add(edge.path());
            if (index.graph().boxes().get(edge.to()).box().role() != BoxRole.JUNCTION) {
                heads.add(edge.path());
            }
        }
        var bend = detail == Detail.BLOCKS ? Bend.STRAIGHT : Bend.CURVED;
        double width = Math.max(1.1, 0.8 / scale);
        brush.edges(direct, new Stroke(colors.edge(), width, 0, bend));
        brush.edges(captured, new Stroke(colors.edge(), width, DASH, bend));
        if (detail != Detail.BLOCKS) {
            brush.arrowHeads(heads, ARROW, colors.edge());
        }
        changes.paintEdges(brush, index, edges, 1.6 * width, bend);
    }

    private void paintLabels(Brush brush, Brush faded, Focus focus, Area area) {
        for (int i : index.labelsIn(area)) {
            var label = index.graph().labels().get(i);
            double baseline = label.y() + label.height() / 2 + TextRole.LABEL.size() * BASELINE;
            var with = focus.hasBox(label.box()) ? brush : faded;
            with.text(
                    label.text(),
                    label.x(),
                    baseline,
                    label.width(),
                    TextRole.LABEL,
                    Anchor.START,
                    colors.muted());
        }
    }

    private void paintBox(Brush brush, PlacedBox box, Detail detail, double scale) {
        if (box.box().role() == BoxRole.STUB) {
            paintStub(brush, box, detail);
            return;
        }
        var band = bandOf(box);
        boolean isEnd = box.box().role() == BoxRole.INPUT || box.box().role() == BoxRole.OUTPUT;
        double radius = isEnd ? BoxStyle.BAND / 2 : BoxStyle.RADIUS;

        boolean plain = box.box().lines().isEmpty();
        if (plain) {
            brush.fillRound(box.x(), box.y(), box.width(), box.height(), radius, band);
        } else {
            brush.fillRound(box.x(), box.y(), box.width(), box.height(), radius, colors.box());
            brush.fillRoundTop(box.x(), box.y(), box.width(), BoxStyle.BAND, radius, band);
        }
        var border = plain ? band.mix(colors.border(), 0.35) : colors.border();
        brush.outline(
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                radius,
                new Stroke(border, Math.max(1, 0.7 / scale), 0, Bend.CURVED));
        if (detail == Detail.FULL) {
            paintTitle(brush, box, band.readableText());
            paintLines(brush, box);
        }
    }

    /// A closed group looks like a stack of cards.
    private void paintStack(Brush brush, PlacedBox box, double scale) {
        var stroke = new Stroke(colors.border(), Math.max(1, 0.7 / scale), 0, Bend.CURVED);
        double width = box.width() - BoxStyle.STACK;
        double height = box.height() - BoxStyle.STACK;
        for (double shift : new double[] {BoxStyle.STACK, BoxStyle.STACK / 2}) {
            double x = box.x() + shift;
            double y = box.y() + shift;
            brush.fillRound(x, y, width, height, BoxStyle.RADIUS, colors.box());
            brush.outline(x, y, width, height, BoxStyle.RADIUS, stroke);
        }
    }

    /// Paints what lies behind the content of a frame; frames in frames are darker by turns.
    private void paintFrame(Brush brush, PlacedBox box, double scale) {
        var kind = colors.kinds().fill(box.box().kind());
        var fill = colors.surface().mix(kind, FRAME_TINT * Math.min(box.depth() + 1, DEEPEST));
        double radius = BoxStyle.RADIUS + 3;
        brush.fillRound(box.x(), box.y(), box.width(), box.height(), radius, fill);
        brush.outline(
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                radius,
                new Stroke(
                        colors.border().mix(kind, 0.4), Math.max(1, 0.7 / scale), 0, Bend.CURVED));
    }

    /// The title of a frame stands on a plate of its own over the edges that pass there.
    private void paintFrameTitle(Brush brush, PlacedBox box) {
        var title = frameTitle(box);
        double width = measure.width(title, TextRole.TITLE);
        var kind = colors.kinds().fill(box.box().kind());
        brush.fillRound(
                box.x() + FRAME_TITLE_X,
                box.y() + FRAME_TITLE_Y,
                width + 2 * FRAME_TITLE_X,
                FRAME_TITLE,
                BoxStyle.RADIUS,
                kind.mix(colors.surface(), 0.35));
        brush.text(
                title,
                box.x() + 2 * FRAME_TITLE_X,
                box.y() + FRAME_TITLE_Y + FRAME_TITLE / 2 + TextRole.TITLE.size() * BASELINE,
                width,
                TextRole.TITLE,
                Anchor.START,
                kind.mix(colors.surface(), 0.35).readableText());
    }

    /// The title of a frame, with the value of an overlay if both fit.
    private String frameTitle(PlacedBox box) {
        var title = box.box().title();
        var label = overlay.ratingOf(box.box()).map(Rating::label).orElse("");
        var both = label.isEmpty() ? title : title + " · " + label;
        boolean fits = measure.width(both, TextRole.TITLE) + 3 * FRAME_TITLE_X <= box.width();
        return fits ? both : title;
    }

    private void paintStub(Brush brush, PlacedBox box, Detail detail) {
        var stroke = new Stroke(colors.edge(), 1, 3, Bend.CURVED);
        brush.fillRound(
                box.x(), box.y(), box.width(), box.height(), box.height() / 2, colors.box());
        brush.outline(box.x(), box.y(), box.width(), box.height(), box.height() / 2, stroke);
        if (detail == Detail.FULL) {
            brush.text(
                    box.box().title(),
                    box.centerX(),
                    box.centerY() + TextRole.LABEL.size() * BASELINE,
                    measure.width(box.box().title(), TextRole.LABEL),
                    TextRole.LABEL,
                    Anchor.MIDDLE,
                    colors.muted());
        }
    }

    private void paintTitle(Brush brush, PlacedBox box, Tint ink) {
        double baseline = box.y() + BoxStyle.BAND / 2 + TextRole.TITLE.size() * BASELINE;
        var title = box.box().title();
        double width = measure.width(title, TextRole.TITLE);
        brush.text(title, box.centerX(), baseline, width, TextRole.TITLE, Anchor.MIDDLE, ink);
        overlay.ratingOf(box.box()).ifPresent(rating -> paintRating(brush, box, rating.label()));
    }

    /// Writes the value of an overlay under the box, to the left of its edges.
    private void paintRating(Brush brush, PlacedBox box, String label) {
        double drop = RATING_DROP + (box.box().role() == BoxRole.GROUP ? BoxStyle.STACK : 0);
        brush.text(
                label,
                box.centerX() - RATING_GAP,
                box.bottom() + drop + TextRole.LABEL.size() * BASELINE,
                measure.width(label, TextRole.LABEL),
                TextRole.LABEL,
                Anchor.END,
                colors.text());
    }

    private void paintLines(Brush brush, PlacedBox box) {
        double y = box.y() + BoxStyle.BAND + BoxStyle.LINES_INSET;
        for (BoxLine line : box.box().lines()) {
            double baseline = y + BoxStyle.LINE / 2 + TextRole.LINE.size() * BASELINE;
            double x = box.x() + BoxStyle.LINE_INSET;
            var ink = colors.text();
            if (line.style() == BoxLine.Style.BADGE) {
                var pill = colors.kinds().fill(OperatorKind.QUANTIZATION);
                double width = measure.width(line.text(), TextRole.LINE) + 2 * BADGE_INSET;
                brush.fillRound(
                        x - BADGE_INSET, y + 0.5, width, BoxStyle.LINE - 1, BADGE_ROUND, pill);
                ink = pill.readableText();
            }
            if (!line.label().isEmpty()) {
                double width = measure.width(line.label(), TextRole.LINE);
                brush.text(
                        line.label(),
                        x,
                        baseline,
                        width,
                        TextRole.LINE,
                        Anchor.START,
                        colors.muted());
                x += width + BoxStyle.LABEL_GAP;
            }
            brush.text(
                    line.text(),
                    x,
                    baseline,
                    measure.width(line.text(), TextRole.LINE),
                    TextRole.LINE,
                    Anchor.START,
                    ink);
            y += BoxStyle.LINE;
        }
    }

    private Tint bandOf(PlacedBox box) {
        return changes.band(box, usualBandOf(box));
    }

    private Tint usualBandOf(PlacedBox box) {
        if (overlay.isNone() || !NodeOverlay.colours(box.box().role())) {
            return colors.kinds().fill(box.box().kind());
        }
        var share = overlay.ratingOf(box.box()).map(Rating::share).orElse(OptionalDouble.empty());
        return share.isEmpty()
                ? colors.unrated()
                : HeatScale.at(share.getAsDouble(), colors.kinds());
    }
}
