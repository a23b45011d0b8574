package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.KernelGrid;
import dev.lathe.model.tensor.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How a tensor is cut: along which axes rows and columns run and where on the others.
final class PlaneModel {
    private final List<Long> sizes;
    private final Optional<KernelGrid> grid;
    private final ObjectProperty<Integer> rowAxis;
    private final ObjectProperty<Integer> columnAxis;
    private final List<IntegerProperty> chosen = new ArrayList<>();
    private final BooleanProperty kernels;
    private final ReadOnlyObjectWrapper<Cut> cut = new ReadOnlyObjectWrapper<>(this, "cut");
    private final ReadOnlyObjectWrapper<Cut> laidOut = new ReadOnlyObjectWrapper<>(this, "laidOut");
    private boolean changing;

    /// A plane with the axes that it runs along.
    record Cut(Plane plane, List<Integer> rows, List<Integer> columns) {
        static Cut of(
                List<Long> sizes, List<Integer> rows, List<Integer> columns, List<Long> chosen) {
            return new Cut(new Plane(sizes, rows, columns, chosen), rows, columns);
        }

        /// The index of a cell on each axis of the tensor: `[3, 0, 1, 2]`.
        String index(List<Long> sizes, Cell cell) {
            var index = new long[sizes.size()];
            long rest = plane.position(cell.row(), cell.column());
            for (int axis = index.length - 1; axis >= 0; axis--) {
                index[axis] = rest % sizes.get(axis);
                rest /= sizes.get(axis);
            }
            return Arrays.stream(index)
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    PlaneModel(List<Long> sizes, Optional<KernelGrid> grid) {
        this.sizes = sizes;
        this.grid = grid;
        int rank = sizes.size();
        boolean isKernel = grid.isPresent() && rank > 2;
        this.rowAxis =
                new SimpleObjectProperty<>(
                        this, "rowAxis", isKernel ? grid.get().rows().getFirst() : rank - 2);
        this.columnAxis =
                new SimpleObjectProperty<>(
                        this, "columnAxis", isKernel ? grid.get().columns().getFirst() : rank - 1);
        this.kernels = new SimpleBooleanProperty(this, "kernels", isKernel);
        for (int axis = 0; axis < rank; axis++) {
            var index = new SimpleIntegerProperty(this, "index", 0);
            index.subscribe((_, _) -> update());
            chosen.add(index);
        }
        rowAxis.subscribe((before, now) -> keepApart(columnAxis, before, now));
        columnAxis.subscribe((before, now) -> keepApart(rowAxis, before, now));
        kernels.subscribe((_, _) -> update());
        update();
    }

    /// Gives the other side the axis that was left.
    private void keepApart(ObjectProperty<Integer> other, Integer before, Integer now) {
        if (changing) {
            return;
        }
        changing = true;
        if (now.equals(other.get())) {
            other.set(before);
        }
        changing = false;
        update();
    }

    private void update() {
        if (changing) {
            return;
        }
        var at = chosen.stream().map(index -> (long) index.get()).toList();
        var plain =
                sizes.size() < 2
                        ? Cut.of(sizes, axes(columnAxis), List.of(), at)
                        : Cut.of(sizes, axes(rowAxis), axes(columnAxis), at);
        cut.set(plain);
        if (kernels.get() && grid.isPresent()) {
            var kernelGrid = grid.get();
            laidOut.set(
                    new Cut(kernelGrid.plane(sizes, at), kernelGrid.rows(), kernelGrid.columns()));
        } else {
            laidOut.set(sizes.size() < 2 ? Cut.of(sizes, List.of(), axes(columnAxis), at) : plain);
        }
    }

    private static List<Integer> axes(ObjectProperty<Integer> axis) {
        return axis.get() < 0 ? List.of() : List.of(axis.get());
    }

    List<Long> sizes() {
        return sizes;
    }

    /// The axis that rows run along; negative for none.
    ObjectProperty<Integer> rowAxisProperty() {
        return rowAxis;
    }

    /// The axis that columns run along; negative for none.
    ObjectProperty<Integer> columnAxisProperty() {
        return columnAxis;
    }

    /// Where an axis is cut that neither rows nor columns run along.
    IntegerProperty indexProperty(int axis) {
        return chosen.get(axis);
    }

    boolean hasKernels() {
        return kernels.get() || grid.isPresent();
    }

    /// Whether kernels of a convolution are laid out as a grid.
    BooleanProperty kernelsProperty() {
        return kernels;
    }

    /// The cut of two axes.
    ReadOnlyObjectProperty<Cut> cutProperty() {
        return cut.getReadOnlyProperty();
    }

    /// The cut, or the grid of kernels if that is wanted; a vector lies down.
    ReadOnlyObjectProperty<Cut> laidOutProperty() {
        return laidOut.getReadOnlyProperty();
    }
}
