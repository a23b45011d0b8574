package dev.lathe.ui.inspect.tensor;

import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Moves through a table and selects in it as spreadsheets do.
final class GridGestures {
    private static final double PIXELS_PER_ROW = 22;
    private static final double PIXELS_PER_COLUMN = 84;
    private final NumberGrid grid;

    private GridGestures(NumberGrid grid) {
        this.grid = grid;
    }

    static void install(NumberGrid grid) {
        var gestures = new GridGestures(grid);
        grid.setOnMousePressed(gestures::press);
        grid.setOnMouseDragged(gestures::drag);
        grid.setOnScroll(gestures::scroll);
        grid.setOnKeyPressed(gestures::key);
    }

    private void press(MouseEvent event) {
        grid.requestFocus();
        grid.cellAt(event.getX(), event.getY())
                .ifPresent(cell -> select(cell, event.isShiftDown()));
    }

    private void drag(MouseEvent event) {
        grid.cellAt(event.getX(), event.getY())
                .ifPresent(cell -> {
                    select(cell, true);
                    grid.reveal(cell);
                });
    }

    private void scroll(ScrollEvent event) {
        grid.scroll(-event.getDeltaY() / PIXELS_PER_ROW, -event.getDeltaX() / PIXELS_PER_COLUMN);
        event.consume();
    }

    private void select(Cell cell, boolean further) {
        var now = grid.selectionProperty().get();
        grid.select(
                Optional.of(
                        further && now.isPresent() ? now.get().to(cell) : GridSelection.of(cell)));
    }

    private void key(KeyEvent event) {
        if (grid.rows() * grid.columns() == 0) {
            return;
        }
        if (event.isShortcutDown()) {
            keyWithShortcut(event);
            return;
        }
        boolean isMove = true;
        switch (event.getCode()) {
            case LEFT -> move(event, 0, -1);
            case RIGHT -> move(event, 0, 1);
            case UP -> move(event, -1, 0);
            case DOWN -> move(event, 1, 0);
            case PAGE_UP -> move(event, -grid.rowsInView(), 0);
            case PAGE_DOWN -> move(event, grid.rowsInView(), 0);
            case HOME -> move(event, 0, -grid.columns());
            case END -> move(event, 0, grid.columns());
            default -> isMove = false;
        }
        if (isMove) {
            event.consume();
        }
    }

    private void keyWithShortcut(KeyEvent event) {
        switch (event.getCode()) {
            case A ->
                    grid.select(
                            Optional.of(
                                    new GridSelection(
                                            new Cell(0, 0),
                                            new Cell(grid.rows() - 1, grid.columns() - 1))));
            case HOME -> move(event, -grid.rows(), -grid.columns());
            case END -> move(event, grid.rows(), grid.columns());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(KeyEvent event, long rows, long columns) {
        var now = grid.selectionProperty().get();
        var from = now.map(GridSelection::end).orElse(new Cell(0, 0));
        boolean isFirst = now.isEmpty();
        var to =
                new Cell(
                        Math.clamp(from.row() + (isFirst ? 0 : rows), 0, grid.rows() - 1),
                        Math.clamp(from.column() + (isFirst ? 0 : columns), 0, grid.columns() - 1));
        select(to, event.isShiftDown());
        grid.reveal(to);
    }
}
