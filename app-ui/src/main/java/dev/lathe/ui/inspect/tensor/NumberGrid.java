package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// A plane as a table of any number of rows and columns, of which only those in view exist.
final class NumberGrid extends Region {
    private static final double ROW = 22;
    private static final double COLUMN = 84;
    private static final double PADDING = 8;
    private static final int MOST_CHARACTERS = 16;

    private final Pane sheet = new Pane();
    private final Rectangle clip = new Rectangle();
    private final Region columnHead = new Region();
    private final Region rowHead = new Region();
    private final Rectangle selected = new Rectangle();
    private final Rectangle focus = new Rectangle();
    private final List<Text> pool = new ArrayList<>();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final ReadOnlyObjectWrapper<Optional<GridSelection>> selection =
            new ReadOnlyObjectWrapper<>(this, "selection", Optional.empty());
    private Optional<Plane> plane = Optional.empty();
    private Optional<Cells> cells = Optional.empty();

    NumberGrid() {
        setId("number-grid");
        getStyleClass().add("number-grid");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setFocusTraversable(true);
        setMinSize(160, 80);
        down.setOrientation(Orientation.VERTICAL);
        down.setId("number-grid-down");
        across.setId("number-grid-across");
        columnHead.getStyleClass().add("grid-head");
        rowHead.getStyleClass().add("grid-head");
        selected.getStyleClass().add("grid-selected");
        focus.getStyleClass().add("grid-focus");
        columnHead.setManaged(false);
        rowHead.setManaged(false);
        sheet.setClip(clip);
        sheet.setMouseTransparent(true);
        sheet.getChildren().setAll(selected, focus, columnHead, rowHead);
        getChildren().setAll(sheet, down, across);
        down.valueProperty().subscribe((_, _) -> requestLayout());
        across.valueProperty().subscribe((_, _) -> requestLayout());
        selection.subscribe((_, _) -> requestLayout());
        GridGestures.install(this);
    }

    /// Shows a plane. What is selected and in view stays if it has the same sizes.
    void show(Cells text, Plane other) {
        boolean isOther =
                plane.isEmpty()
                        || plane.get().rows() != other.rows()
                        || plane.get().columns() != other.columns();
        cells = Optional.of(text);
        plane = Optional.of(other);
        if (isOther) {
            selection.set(Optional.empty());
            down.setValue(0);
            across.setValue(0);
        }
        requestLayout();
    }

    /// The cells that are selected.
    ReadOnlyObjectProperty<Optional<GridSelection>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    void select(Optional<GridSelection> other) {
        selection.set(other);
    }

    long rows() {
        return plane.map(Plane::rows).orElse(0L);
    }

    long columns() {
        return plane.map(Plane::columns).orElse(0L);
    }

    /// How many rows are in view as a whole.
    int rowsInView() {
        return (int) Math.max(1, (innerHeight() - ROW) / ROW);
    }

    /// How many columns are in view as a whole.
    int columnsInView() {
        return (int) Math.max(1, (innerWidth() - headWidth()) / COLUMN);
    }

    /// The cell at a point, or the nearest one.
    Optional<Cell> cellAt(double x, double y) {
        if (rows() * columns() == 0) {
            return Optional.empty();
        }
        long row = (long) Math.floor(down.getValue()) + (long) Math.floor((y - ROW) / ROW);
        long column =
                (long) Math.floor(across.getValue())
                        + (long) Math.floor((x - headWidth()) / COLUMN);
        return Optional.of(
                new Cell(Math.clamp(row, 0, rows() - 1), Math.clamp(column, 0, columns() - 1)));
    }

    /// Moves the table by so many rows and columns.
    void scroll(double byRows, double byColumns) {
        down.setValue(Math.clamp(down.getValue() + byRows, 0, Math.max(0, down.getMax())));
        across.setValue(Math.clamp(across.getValue() + byColumns, 0, Math.max(0, across.getMax())));
    }

    /// Brings a cell into view.
    void reveal(Cell cell) {
        down.setValue(revealed(down.getValue(), cell.row(), rowsInView(), rows()));
        across.setValue(revealed(across.getValue(), cell.column(), columnsInView(), columns()));
    }

    private static double revealed(double first, long at, int seen, long all) {
        double kept = Math.clamp(first, Math.max(0, at - seen + 1.0), Math.max(0, (double) at));
        return Math.clamp(kept, 0, Math.max(0, (double) all - seen));
    }

    private double headWidth() {
        return Math.max(40, Long.toString(Math.max(0, rows() - 1)).length() * 7.5 + 2 * PADDING);
    }

    private double innerWidth() {
        return Math.max(0, getWidth() - down.prefWidth(-1));
    }

    private double innerHeight() {
        return Math.max(0, getHeight() - across.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        double width = innerWidth();
        double height = innerHeight();
        sheet.resizeRelocate(0, 0, width, height);
        clip.setWidth(width);
        clip.setHeight(height);
        down.resizeRelocate(width, 0, getWidth() - width, height);
        across.resizeRelocate(0, height, width, getHeight() - height);
        adjust(down, rows(), rowsInView());
        adjust(across, columns(), columnsInView());
        columnHead.resizeRelocate(0, 0, width, ROW);
        rowHead.resizeRelocate(0, 0, headWidth(), height);
        int used = plane.isPresent() && cells.isPresent() ? fill(plane.get(), cells.get()) : 0;
        for (int i = used; i < pool.size(); i++) {
            pool.get(i).setVisible(false);
        }
        placeSelection();
    }

    private static void adjust(ScrollBar bar, long all, int seen) {
        double max = Math.max(0, (double) all - seen);
        bar.setMax(max);
        bar.setVisibleAmount(max == 0 ? 1 : max * seen / all);
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(seen);
        bar.setDisable(max == 0);
        if (bar.getValue() > max) {
            bar.setValue(max);
        }
    }

    private int fill(Plane now, Cells text) {
        long firstRow = (long) Math.floor(down.getValue());
        long firstColumn = (long) Math.floor(across.getValue());
        long endRow = Math.min(now.rows(), firstRow + rowsInView() + 1);
        long endColumn = Math.min(now.columns(), firstColumn + columnsInView() + 1);
        double left = headWidth();
        int used = 0;
        for (long column = firstColumn; column < endColumn; column++) {
            double x = left + (column - firstColumn) * COLUMN;
            write(used++, Long.toString(column), "grid-head-text", x, 0, COLUMN);
        }
        for (long row = firstRow; row < endRow; row++) {
            double y = ROW + (row - firstRow) * ROW;
            write(used++, Long.toString(row), "grid-head-text", 0, y, left);
            for (long column = firstColumn; column < endColumn; column++) {
                double x = left + (column - firstColumn) * COLUMN;
                var words = text.brief().apply(now.position(row, column));
                write(used, words, "grid-text", x, y, COLUMN);
                fit(pool.get(used++), words, x);
            }
        }
        return used;
    }

    /// Cuts words that are wider than a column.
    private static void fit(Text text, String words, double x) {
        double room = COLUMN - PADDING;
        for (int length = Math.min(words.length(), MOST_CHARACTERS);
                length > 0 && text.getLayoutBounds().getWidth() > room;
                length--) {
            text.setText(words.substring(0, length) + "…");
            text.setX(x + COLUMN - PADDING - text.getLayoutBounds().getWidth());
        }
    }

    private void write(int at, String words, String style, double x, double y, double width) {
        while (pool.size() <= at) {
            var text = new Text();
            text.setTextOrigin(VPos.CENTER);
            text.setManaged(false);
            pool.add(text);
            sheet.getChildren().add(text);
        }
        var text = pool.get(at);
        if (!text.getStyleClass().contains(style)) {
            text.getStyleClass().setAll(style);
        }
        text.setText(words);
        text.setX(x + width - PADDING - text.getLayoutBounds().getWidth());
        text.setY(y + ROW / 2);
        text.setVisible(true);
    }

    private void placeSelection() {
        var now = selection.get();
        selected.setVisible(now.isPresent());
        focus.setVisible(now.isPresent());
        now.ifPresent(range -> {
            place(selected, range.left(), range.top(), range.right(), range.bottom());
            var end = range.end();
            place(focus, end.column(), end.row(), end.column(), end.row());
        });
    }

    private void place(Rectangle box, long left, long top, long right, long bottom) {
        double firstRow = Math.floor(down.getValue());
        double firstColumn = Math.floor(across.getValue());
        double x = headWidth() + Math.clamp(left - firstColumn, -1, 1e4) * COLUMN;
        double y = ROW + Math.clamp(top - firstRow, -1, 1e4) * ROW;
        double endX = headWidth() + Math.clamp(right + 1 - firstColumn, -1, 1e4) * COLUMN;
        double endY = ROW + Math.clamp(bottom + 1 - firstRow, -1, 1e4) * ROW;
        box.setX(x);
        box.setY(y);
        box.setWidth(Math.max(0, endX - x));
        box.setHeight(Math.max(0, endY - y));
    }
}
