package dev.lathe.model.tensor;

import java.util.List;

/// A tensor cut and laid flat: rows run along some of its axes, columns along others, and one index
/// is chosen on each of the rest.
///
/// Of several axes the last one runs fastest. Rows along out channels and height with columns along
/// in channels and width show a convolution as a grid of its kernels.
public final class Plane {
    private final long[] rowSizes;
    private final long[] rowStrides;
    private final long[] columnSizes;
    private final long[] columnStrides;
    private final long base;

    /// A cut.
    ///
    /// @param chosen an index for each axis; those of axes that rows or columns run along are not
    ///   looked at
    public Plane(List<Long> sizes, List<Integer> rows, List<Integer> columns, List<Long> chosen) {
        var strides = new long[sizes.size()];
        long stride = 1;
        for (int axis = sizes.size() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= sizes.get(axis);
        }
        long start = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            if (!rows.contains(axis) && !columns.contains(axis)) {
                start += strides[axis] * chosen.get(axis);
            }
        }
        this.base = start;
        this.rowSizes = rows.stream().mapToLong(sizes::get).toArray();
        this.rowStrides = rows.stream().mapToLong(axis -> strides[axis]).toArray();
        this.columnSizes = columns.stream().mapToLong(sizes::get).toArray();
        this.columnStrides = columns.stream().mapToLong(axis -> strides[axis]).toArray();
    }

    /// The number of rows.
    public long rows() {
        return product(rowSizes);
    }

    /// The number of columns.
    public long columns() {
        return product(columnSizes);
    }

    /// How many rows lie between two lines of the grid; all of them if there is no grid.
    public long rowsPerTile() {
        return rowSizes.length > 1 ? rowSizes[rowSizes.length - 1] : rows();
    }

    /// How many columns lie between two lines of the grid; all of them if there is no grid.
    public long columnsPerTile() {
        return columnSizes.length > 1 ? columnSizes[columnSizes.length - 1] : columns();
    }

    /// The position of an element in the tensor.
    public long position(long row, long column) {
        return ofRow(row) + offset(column, columnSizes, columnStrides);
    }

    /// The position of the first element of a row.
    long ofRow(long row) {
        return base + offset(row, rowSizes, rowStrides);
    }

    /// How far columns are from the first element of their row.
    long[] columnOffsets(long from, int count) {
        var offsets = new long[count];
        for (int i = 0; i < count; i++) {
            offsets[i] = offset(from + i, columnSizes, columnStrides);
        }
        return offsets;
    }

    private static long product(long[] sizes) {
        long product = 1;
        for (long size : sizes) {
            product *= size;
        }
        return product;
    }

    private static long offset(long index, long[] sizes, long[] strides) {
        long rest = index;
        long offset = 0;
        for (int i = sizes.length - 1; i >= 0; i--) {
            offset += rest % sizes[i] * strides[i];
            rest /= sizes[i];
        }
        return offset;
    }
}
