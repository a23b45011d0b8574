package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.layout.TextRole;
import dev.lathe.ui.theme.Tint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/// Draws with Java2D.
final class AwtBrush implements Brush {
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 1);

    private final Graphics2D graphics;

    /// @param graphics with the transform that the picture is to have
    AwtBrush(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void fill(double x, double y, double width, double height, Tint tint) {
        graphics.setColor(color(tint));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void fillRound(
            double x, double y, double width, double height, double radius, Tint tint) {
        graphics.setColor(color(tint));
        graphics.fill(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius));
    }

    @Override
    public void fillRoundTop(
            double x, double y, double width, double height, double radius, Tint tint) {
        var path = new Path2D.Double();
        path.moveTo(x, y + height);
        path.lineTo(x, y + radius);
        path.quadTo(x, y, x + radius, y);
        path.lineTo(x + width - radius, y);
        path.quadTo(x + width, y, x + width, y + radius);
        path.lineTo(x + width, y + height);
        path.closePath();
        graphics.setColor(color(tint));
        graphics.fill(path);
    }

    @Override
    public void outline(
            double x, double y, double width, double height, double radius, Stroke stroke) {
        prepare(stroke);
        graphics.draw(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius));
    }

    @Override
    public void edges(List<EdgePath> paths, Stroke stroke) {
        prepare(stroke);
        for (EdgePath path : paths) {
            var shape = new Path2D.Double();
            shape.moveTo(path.x(0), path.y(0));
            for (int i = 1; i < path.size(); i++) {
                if (stroke.bend() == Bend.STRAIGHT || path.isStraight(i)) {
                    shape.lineTo(path.x(i), path.y(i));
                } else {
                    shape.curveTo(
                            path.firstControlX(i),
                            path.firstControlY(i),
                            path.secondControlX(i),
                            path.secondControlY(i),
                            path.x(i),
                            path.y(i));
                }
            }
            graphics.draw(shape);
        }
    }

    @Override
    public void arrowHeads(List<EdgePath> paths, double size, Tint tint) {
        graphics.setColor(color(tint));
        for (EdgePath path : paths) {
            double x = path.x(path.size() - 1);
            double y = path.y(path.size() - 1);
            boolean down = path.direction() == Direction.DOWN;
            var head = new Path2D.Double();
            head.moveTo(x, y);
            head.lineTo(x - (down ? size / 2 : size), y - (down ? size : size / 2));
            head.lineTo(x - (down ? -size / 2 : size), y - (down ? size : -size / 2));
            head.closePath();
            graphics.fill(head);
        }
    }

    @Override
    public void text(
            String text,
            double x,
            double baseline,
            double width,
            TextRole role,
            Anchor anchor,
            Tint tint) {
        graphics.setColor(color(tint));
        graphics.setFont((role.isBold() ? BOLD : PLAIN).deriveFont((float) role.size()));
        double start =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width / 2;
                    case END -> x - width;
                };
        graphics.drawString(text, (float) start, (float) baseline);
    }

    @Override
    public void title(String text, double x, double baseline, double size, Tint tint) {
        graphics.setColor(color(tint));
        graphics.setFont(BOLD.deriveFont((float) size));
        graphics.drawString(text, (float) x, (float) baseline);
    }

    private void prepare(Stroke stroke) {
        graphics.setColor(color(stroke.tint()));
        graphics.setStroke(
                stroke.dash() == 0
                        ? new BasicStroke((float) stroke.width())
                        : new BasicStroke(
                                (float) stroke.width(),
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                10f,
                                new float[] {(float) stroke.dash()},
                                0f));
    }

    private static Color color(Tint tint) {
        return new Color(tint.rgb());
    }
}
