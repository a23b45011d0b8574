package dev.lathe.model.tensor;

import dev.lathe.model.work.Progress;
import java.util.Arrays;

/// A part of a plane in as many cells as a picture has room for. A cell that stands for several
/// elements has their mean; the extremes are over all elements that were read.
public final class PlaneSample {
    private final PlanePart part;
    private final int height;
    private final int width;
    private final double[] means;

    private PlaneSample(PlanePart part, int height, int width) {
        this.part = part;
        this.height = height;
        this.width = width;
        this.means = new double[Math.multiplyExact(height, width)];
    }

    /// Reads a part.
    ///
    /// @param mostRows how many rows of cells there may be
    /// @param mostColumns how many columns of cells there may be
    public static PlaneSample of(
            Numbers numbers,
            Plane plane,
            PlanePart part,
            int mostRows,
            int mostColumns,
            Progress progress)
            throws InterruptedException {
        var sample =
                new PlaneSample(
                        part,
                        (int) Math.min(part.rows(), mostRows),
                        Math.min(part.columns(), mostColumns));
        sample.fill(numbers, plane, progress);
        return sample;
    }

    private void fill(Numbers numbers, Plane plane, Progress progress) throws InterruptedException {
        var offsets = plane.columnOffsets(part.column(), part.columns());
        boolean isRun = isRun(offsets);
        var line = new double[isRun ? offsets.length : 1];
        var values = isRun ? line : new double[offsets.length];
        var cells = new int[offsets.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (int) ((long) i * width / offsets.length);
        }
        var sums = new double[width];
        var counts = new long[width];
        for (int y = 0; y < height; y++) {
            progress.checkCancelled();
            progress.update(y, height);
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            long end = firstRow(y + 1);
            for (long row = firstRow(y); row < end; row++) {
                long start = plane.ofRow(row);
                if (isRun) {
                    numbers.read(start + offsets[0], values, values.length);
                } else {
                    for (int i = 0; i < offsets.length; i++) {
                        numbers.read(start + offsets[i], line, 1);
                        values[i] = line[0];
                    }
                }
                for (int i = 0; i < values.length; i++) {
                    sums[cells[i]] += values[i];
                    counts[cells[i]]++;
                }
            }
            for (int x = 0; x < width; x++) {
                means[y * width + x] = sums[x] / counts[x];
            }
        }
    }

    private long firstRow(int y) {
        return part.row() + Math.ceilDiv(y * part.rows(), (long) height);
    }

    private static boolean isRun(long[] offsets) {
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] != offsets[i - 1] + 1) {
                return false;
            }
        }
        return true;
    }

    /// What was read.
    public PlanePart part() {
        return part;
    }

    /// The number of rows of cells.
    public int height() {
        return height;
    }

    /// The number of columns of cells.
    public int width() {
        return width;
    }

    /// The mean of the elements of a cell; NaN or infinite if one of them is.
    public double mean(int y, int x) {
        return means[y * width + x];
    }
}
