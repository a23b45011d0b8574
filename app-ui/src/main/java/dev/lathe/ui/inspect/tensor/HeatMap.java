package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.Numbers;
import dev.lathe.model.tensor.Plane;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Units;
import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.Tint;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// A plane as coloured cells that can be moved and made larger.
///
/// What is seen is painted on another thread, only the part and only as fine as the screen is; the
/// picture before is shown in its place until then.
final class HeatMap extends Region {
    private static final long AT_ONCE = 1 << 15;
    private static final double LEAST_FOR_LINES = 10;
    private static final double LEAST_FOR_TILES = 4;
    private static final double LEAST_FOR_NUMBERS = 48;

    private final TensorDesk desk;
    private final Canvas canvas = new Canvas();
    private final HeatViewport viewport = new HeatViewport();
    private final ReadOnlyObjectWrapper<Optional<Cell>> pointed =
            new ReadOnlyObjectWrapper<>(this, "pointed", Optional.empty());
    private Optional<Shown> shown = Optional.empty();
    private Optional<Painted> painted = Optional.empty();
    private HeatColours colours;
    private Color ink = Color.BLACK;
    private Jobs.Handle painting = Jobs.Handle.NONE;

    private record Shown(Numbers numbers, Plane plane, HeatScale scale) {}

    private record Painted(HeatPicture picture, WritableImage image) {}

    HeatMap(TensorDesk desk) {
        this.desk = desk;
        this.colours = new HeatColours(desk.palette().getValue());
        setId("heat-map");
        getStyleClass().add("heat-map");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(80, 80);
        getChildren().setAll(canvas);
        HeatGestures.install(this);
        focusedProperty().subscribe((_, _) -> draw());
    }

    /// Shows a plane. The part that is seen stays if the plane has the same sizes.
    void show(Numbers numbers, Plane plane, HeatScale scale) {
        boolean isOther =
                shown.isEmpty()
                        || plane.rows() != viewport.rows()
                        || plane.columns() != viewport.columns();
        boolean isMoved = shown.isEmpty() || !shown.get().plane.equals(plane);
        shown = Optional.of(new Shown(numbers, plane, scale));
        if (isOther) {
            viewport.setPlane(plane.rows(), plane.columns());
            pointed.set(Optional.empty());
        }
        if (isMoved) {
            painted = Optional.empty();
        }
        refresh();
    }

    /// Paints in the colours of another theme.
    void setPalette(KindPalette palette) {
        colours = new HeatColours(palette);
        ink = palette == KindPalette.LIGHT ? Color.BLACK : Color.WHITE;
        refresh();
    }

    /// The cell under the pointer, or that was moved to with the arrow keys.
    ReadOnlyObjectProperty<Optional<Cell>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    HeatViewport viewport() {
        return viewport;
    }

    /// Points at a cell.
    void point(Optional<Cell> cell) {
        pointed.set(cell);
        draw();
    }

    /// Shows what the viewport says.
    void refresh() {
        draw();
        shown.ifPresent(this::request);
    }

    /// Shows all of the plane.
    void fit() {
        viewport.fit();
        refresh();
    }

    /// Makes cells larger or smaller about the middle.
    void zoom(double factor) {
        viewport.zoom(factor, getWidth() / 2, getHeight() / 2);
        refresh();
    }

    /// Stops what is being painted.
    void cancel() {
        painting.cancel();
    }

    private void request(Shown now) {
        painting.cancel();
        if (getWidth() < 1 || getHeight() < 1 || now.plane.rows() * now.plane.columns() == 0) {
            return;
        }
        double density = getScene() == null ? 1 : getScene().getWindow().getRenderScaleX();
        var request =
                new HeatPicture.Request(
                        now.numbers,
                        now.plane,
                        viewport.part(),
                        (int) Math.ceil(getHeight() * density),
                        (int) Math.ceil(getWidth() * density),
                        now.scale,
                        colours);
        if (request.elements() <= AT_ONCE) {
            paintAtOnce(request);
            return;
        }
        painting =
                desk.jobs()
                        .start(
                                new Job<>(
                                        desk.texts().now("tensor.job.paint"),
                                        progress -> HeatPicture.paint(request, progress),
                                        this::accept,
                                        desk.problems()::report));
    }

    private void paintAtOnce(HeatPicture.Request request) {
        try {
            accept(HeatPicture.paint(request, Progress.NONE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(HeatPicture picture) {
        var image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbPreInstance(),
                        picture.pixels(),
                        0,
                        picture.width());
        painted = Optional.of(new Painted(picture, image));
        draw();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            viewport.resize(getWidth(), getHeight());
            refresh();
        }
    }

    private void draw() {
        var g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setImageSmoothing(false);
        painted.ifPresent(now -> {
            var part = now.picture.part();
            double x = viewport.x((double) part.column());
            double y = viewport.y((double) part.row());
            g.drawImage(
                    now.image,
                    x,
                    y,
                    viewport.x((double) (part.column() + part.columns())) - x,
                    viewport.y((double) (part.row() + part.rows())) - y);
        });
        shown.ifPresent(now -> {
            drawLines(g, now.plane);
            drawNumbers(g, now);
        });
        pointed.get().ifPresent(cell -> drawPointed(g, cell));
    }

    private void drawLines(GraphicsContext g, Plane plane) {
        double smaller = Math.min(viewport.cellWidth(), viewport.cellHeight());
        if (smaller >= LEAST_FOR_LINES) {
            g.setStroke(ink.deriveColor(0, 1, 1, 0.08));
            lines(g, 1, 1, 1);
        }
        boolean isGrid =
                plane.rowsPerTile() < plane.rows() || plane.columnsPerTile() < plane.columns();
        boolean isSeen =
                viewport.cellWidth() * plane.columnsPerTile() >= LEAST_FOR_TILES
                        && viewport.cellHeight() * plane.rowsPerTile() >= LEAST_FOR_TILES;
        if (isGrid && isSeen) {
            double tile = viewport.cellWidth() * plane.columnsPerTile();
            g.setStroke(ink.deriveColor(0, 1, 1, tile < 12 ? 0.2 : 0.45));
            lines(g, plane.rowsPerTile(), plane.columnsPerTile(), tile < 24 ? 0.5 : 1);
        }
    }

    private void lines(GraphicsContext g, long everyRow, long everyColumn, double width) {
        g.setLineWidth(width);
        var part = viewport.part();
        double left = viewport.x((double) part.column());
        double right = viewport.x((double) (part.column() + part.columns()));
        double top = viewport.y((double) part.row());
        double bottom = viewport.y((double) (part.row() + part.rows()));
        long firstColumn = Math.ceilDiv(part.column(), everyColumn) * everyColumn;
        for (long c = firstColumn; c <= part.column() + part.columns(); c += everyColumn) {
            double x = Math.round(viewport.x((double) c)) + 0.5;
            g.strokeLine(x, top, x, bottom);
        }
        long firstRow = Math.ceilDiv(part.row(), everyRow) * everyRow;
        for (long r = firstRow; r <= part.row() + part.rows(); r += everyRow) {
            double y = Math.round(viewport.y((double) r)) + 0.5;
            g.strokeLine(left, y, right, y);
        }
    }

    /// Writes numbers into cells that have room for them.
    private void drawNumbers(GraphicsContext g, Shown now) {
        if (Math.min(viewport.cellWidth(), viewport.cellHeight() * 3) < LEAST_FOR_NUMBERS) {
            return;
        }
        g.setFont(Font.font(11));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        var part = viewport.part();
        var value = new double[1];
        for (long row = part.row(); row < part.row() + part.rows(); row++) {
            for (long c = part.column(); c < part.column() + part.columns(); c++) {
                now.numbers.read(now.plane.position(row, c), value, 1);
                var fill = new Tint(colours.of(value[0], now.scale) & 0xffffff);
                g.setFill(Color.web(fill.readableText().hex()));
                g.fillText(
                        Units.number(value[0]),
                        viewport.x(c + 0.5),
                        viewport.y(row + 0.5),
                        viewport.cellWidth() - 4);
            }
        }
    }

    private void drawPointed(GraphicsContext g, Cell cell) {
        double width = Math.max(3, viewport.cellWidth());
        double height = Math.max(3, viewport.cellHeight());
        double x = Math.round(viewport.x(cell.column() + 0.5) - width / 2) + 0.5;
        double y = Math.round(viewport.y(cell.row() + 0.5) - height / 2) + 0.5;
        g.setLineWidth(3);
        g.setStroke(ink.invert());
        g.strokeRect(x, y, width, height);
        g.setLineWidth(1.5);
        g.setStroke(ink);
        g.strokeRect(x, y, width, height);
    }
}
