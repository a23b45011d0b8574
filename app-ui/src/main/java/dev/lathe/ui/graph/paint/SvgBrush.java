package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.layout.TextRole;
import dev.lathe.ui.theme.Tint;
import java.util.List;
import java.util.Locale;

/// Writes elements of SVG 1.1; texts stay texts.
final class SvgBrush implements Brush {
    private final StringBuilder out;

    SvgBrush(StringBuilder out) {
        this.out = out;
    }

    @Override
    public void begin(String name) {
        out.append("<g>");
        if (!name.isEmpty()) {
            out.append("<title>").append(escaped(name)).append("</title>");
        }
        out.append('\n');
    }

    @Override
    public void end() {
        out.append("</g>\n");
    }

    @Override
    public void fill(double x, double y, double width, double height, Tint tint) {
        fillRound(x, y, width, height, 0, tint);
    }

    @Override
    public void fillRound(
            double x, double y, double width, double height, double radius, Tint tint) {
        rectangle(x, y, width, height, radius)
                .append(" fill=\"")
                .append(tint.hex())
                .append("\"/>\n");
    }

    @Override
    public void fillRoundTop(
            double x, double y, double width, double height, double radius, Tint tint) {
        out.append("<path d=\"M").append(at(x, y + height));
        out.append('V').append(number(y + radius));
        out.append('Q').append(at(x, y)).append(' ').append(at(x + radius, y));
        out.append('H').append(number(x + width - radius));
        out.append('Q').append(at(x + width, y)).append(' ').append(at(x + width, y + radius));
        out.append('V').append(number(y + height)).append("Z\" fill=\"").append(tint.hex());
        out.append("\"/>\n");
    }

    @Override
    public void outline(
            double x, double y, double width, double height, double radius, Stroke stroke) {
        rectangle(x, y, width, height, radius).append(" fill=\"none\"");
        stroke(stroke).append("/>\n");
    }

    @Override
    public void edges(List<EdgePath> paths, Stroke stroke) {
        if (paths.isEmpty()) {
            return;
        }
        out.append("<g fill=\"none\"");
        stroke(stroke).append(">\n");
        for (EdgePath path : paths) {
            out.append("<path d=\"M").append(at(path.x(0), path.y(0)));
            for (int i = 1; i < path.size(); i++) {
                if (stroke.bend() == Bend.STRAIGHT || path.isStraight(i)) {
                    out.append('L').append(at(path.x(i), path.y(i)));
                } else {
                    out.append('C')
                            .append(at(path.firstControlX(i), path.firstControlY(i)))
                            .append(' ')
                            .append(at(path.secondControlX(i), path.secondControlY(i)))
                            .append(' ')
                            .append(at(path.x(i), path.y(i)));
                }
            }
            out.append("\"/>\n");
        }
        out.append("</g>\n");
    }

    @Override
    public void arrowHeads(List<EdgePath> paths, double size, Tint tint) {
        if (paths.isEmpty()) {
            return;
        }
        out.append("<path fill=\"").append(tint.hex()).append("\" d=\"");
        for (EdgePath path : paths) {
            int end = path.size() - 1;
            boolean down = path.direction() == Direction.DOWN;
            out.append('M').append(at(path.x(end), path.y(end)));
            out.append('l')
                    .append(down ? at(-size / 2, -size) : at(-size, -size / 2))
                    .append(down ? 'h' : 'v')
                    .append(number(size))
                    .append('z');
        }
        out.append("\"/>\n");
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
        if (text.isEmpty()) {
            return;
        }
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(baseline));
        out.append("\" class=\"").append(role.name().toLowerCase(Locale.ROOT));
        out.append("\" fill=\"").append(tint.hex());
        switch (anchor) {
            case START -> {}
            case MIDDLE -> out.append("\" text-anchor=\"middle");
            case END -> out.append("\" text-anchor=\"end");
        }
        out.append("\">").append(escaped(text)).append("</text>\n");
    }

    @Override
    public void title(String text, double x, double baseline, double size, Tint tint) {
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(baseline));
        out.append("\" font-weight=\"bold\" font-size=\"").append(number(size));
        out.append("\" fill=\"").append(tint.hex());
        out.append("\">").append(escaped(text)).append("</text>\n");
    }

    /// A text as XML character data or attribute value; characters that XML forbids are dropped.
    static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\t', '\n', '\r' -> safe.append(' ');
                        default -> {
                            if (c >= 0x20
                                    && !(c >= 0xd800 && c <= 0xdfff)
                                    && c != 0xfffe
                                    && c != 0xffff) {
                                safe.appendCodePoint(c);
                            }
                        }
                    }
                });
        return safe.toString();
    }

    private StringBuilder rectangle(
            double x, double y, double width, double height, double radius) {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" width=\"").append(number(width));
        out.append("\" height=\"").append(number(height)).append('"');
        if (radius > 0) {
            out.append(" rx=\"").append(number(radius)).append('"');
        }
        return out;
    }

    private StringBuilder stroke(Stroke stroke) {
        out.append(" stroke=\"").append(stroke.tint().hex());
        out.append("\" stroke-width=\"").append(number(stroke.width())).append('"');
        if (stroke.dash() > 0) {
            out.append(" stroke-dasharray=\"").append(number(stroke.dash())).append('"');
        }
        return out;
    }

    private static String at(double x, double y) {
        return number(x) + " " + number(y);
    }

    /// A coordinate with at most one decimal.
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0
                ? Long.toString(tenths / 10)
                : (tenths < 0 ? "-" : "") + Math.abs(tenths / 10) + "." + Math.abs(tenths % 10);
    }
}
