package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.layout.TextRole;
import dev.lathe.ui.theme.Tint;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/// Draws on a JavaFX canvas.
public final class FxBrush implements Brush {
    private final GraphicsContext context;
    private final FxFonts fonts;
    private final double originX;
    private final double originY;
    private final double opacity;

    /// @param context with the transform that the picture is to have
    public FxBrush(GraphicsContext context, FxFonts fonts) {
        this(context, fonts, 0, 0, 1);
    }

    private FxBrush(
            GraphicsContext context,
            FxFonts fonts,
            double originX,
            double originY,
            double opacity) {
        this.context = context;
        this.fonts = fonts;
        this.originX = originX;
        this.originY = originY;
        this.opacity = opacity;
    }

    /// A brush for which a point of the picture is where the canvas has its origin. A canvas
    /// computes with single precision, which is too coarse far from its origin.
    public FxBrush from(double x, double y) {
        return new FxBrush(context, fonts, x, y, opacity);
    }

    /// A brush that lets what is behind shine through.
    ///
    /// @param share 0 to 1
    public FxBrush opacity(double share) {
        return new FxBrush(context, fonts, originX, originY, share);
    }

    /// The fonts of the texts in a picture, in the family of the window.
    public record FxFonts(Font title, Font line, Font label) {
        public static FxFonts create() {
            return new FxFonts(font(TextRole.TITLE), font(TextRole.LINE), font(TextRole.LABEL));
        }

        private static Font font(TextRole role) {
            var weight = role.isBold() ? FontWeight.BOLD : FontWeight.NORMAL;
            return Font.font(Font.getDefault().getFamily(), weight, role.size());
        }

        Font of(TextRole role) {
            return switch (role) {
                case TITLE -> title;
                case LINE -> line;
                case LABEL -> label;
            };
        }
    }

    /// A tint as JavaFX has it.
    public static Color color(Tint tint) {
        return Color.rgb(tint.red(), tint.green(), tint.blue());
    }

    @Override
    public void fill(double x, double y, double width, double height, Tint tint) {
        fillWith(tint);
        context.fillRect(x - originX, y - originY, width, height);
    }

    @Override
    public void fillRound(
            double x, double y, double width, double height, double radius, Tint tint) {
        fillWith(tint);
        context.fillRoundRect(x - originX, y - originY, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public void fillRoundTop(
            double left, double top, double width, double height, double radius, Tint tint) {
        double x = left - originX;
        double y = top - originY;
        fillWith(tint);
        context.beginPath();
        context.moveTo(x, y + height);
        context.lineTo(x, y + radius);
        context.quadraticCurveTo(x, y, x + radius, y);
        context.lineTo(x + width - radius, y);
        context.quadraticCurveTo(x + width, y, x + width, y + radius);
        context.lineTo(x + width, y + height);
        context.closePath();
        context.fill();
    }

    @Override
    public void outline(
            double x, double y, double width, double height, double radius, Stroke stroke) {
        prepare(stroke);
        context.strokeRoundRect(x - originX, y - originY, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public void edges(List<EdgePath> paths, Stroke stroke) {
        if (paths.isEmpty()) {
            return;
        }
        prepare(stroke);
        context.beginPath();
        for (EdgePath path : paths) {
            context.moveTo(path.x(0) - originX, path.y(0) - originY);
            for (int i = 1; i < path.size(); i++) {
                if (stroke.bend() == Bend.STRAIGHT || path.isStraight(i)) {
                    context.lineTo(path.x(i) - originX, path.y(i) - originY);
                } else {
                    context.bezierCurveTo(
                            path.firstControlX(i) - originX,
                            path.firstControlY(i) - originY,
                            path.secondControlX(i) - originX,
                            path.secondControlY(i) - originY,
                            path.x(i) - originX,
                            path.y(i) - originY);
                }
            }
        }
        context.stroke();
    }

    @Override
    public void arrowHeads(List<EdgePath> paths, double size, Tint tint) {
        if (paths.isEmpty()) {
            return;
        }
        fillWith(tint);
        context.beginPath();
        for (EdgePath path : paths) {
            double x = path.x(path.size() - 1) - originX;
            double y = path.y(path.size() - 1) - originY;
            boolean down = path.direction() == Direction.DOWN;
            context.moveTo(x, y);
            context.lineTo(x - (down ? size / 2 : size), y - (down ? size : size / 2));
            context.lineTo(x - (down ? -size / 2 : size), y - (down ? size : -size / 2));
            context.closePath();
        }
        context.fill();
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
        fillWith(tint);
        context.setFont(fonts.of(role));
        context.setTextAlign(
                switch (anchor) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        context.fillText(text, x - originX, baseline - originY);
    }

    @Override
    public void title(String text, double x, double baseline, double size, Tint tint) {
        fillWith(tint);
        context.setFont(Font.font(fonts.title().getFamily(), FontWeight.BOLD, size));
        context.setTextAlign(TextAlignment.LEFT);
        context.fillText(text, x - originX, baseline - originY);
    }

    private void fillWith(Tint tint) {
        context.setGlobalAlpha(opacity);
        context.setFill(color(tint));
    }

    private void prepare(Stroke stroke) {
        context.setGlobalAlpha(opacity);
        context.setStroke(color(stroke.tint()));
        context.setLineWidth(stroke.width());
        context.setLineCap(StrokeLineCap.BUTT);
        if (stroke.dash() > 0) {
            context.setLineDashes(stroke.dash());
        } else {
            context.setLineDashes();
        }
    }
}
