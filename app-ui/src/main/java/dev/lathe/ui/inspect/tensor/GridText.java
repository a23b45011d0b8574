package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.Plane;
import dev.lathe.model.work.Progress;

/// Cells of a table as text for other programs: tabs between columns, all digits.
final class GridText {
    /// More cells are not copied.
    static final long MOST = 1_000_000;

    private GridText() {}

    static String of(Cells cells, Plane plane, GridSelection selection, Progress progress)
            throws InterruptedException {
        var text = new StringBuilder();
        long rows = selection.bottom() - selection.top() + 1;
        for (long row = selection.top(); row <= selection.bottom(); row++) {
            progress.checkCancelled();
            progress.update(row - selection.top(), rows);
            for (long column = selection.left(); column <= selection.right(); column++) {
                if (column > selection.left()) {
                    text.append('\t');
                }
                text.append(
                        cells.exact()
                                .apply(plane.position(row, column))
                                .replaceAll("[\t\r\n]", " "));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
