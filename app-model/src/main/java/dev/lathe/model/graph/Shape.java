package dev.lathe.model.graph;

import dev.lathe.model.graph.Dimension.Fixed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The dimensions of a tensor, outermost first. A scalar has none.
public record Shape(List<Dimension> dimensions) {

    /// The shape of a scalar.
    public static final Shape SCALAR = new Shape(List.of());

    public Shape {
        dimensions = List.copyOf(dimensions);
    }

    /// A shape of known sizes.
    public static Shape of(long... sizes) {
        return new Shape(Arrays.stream(sizes).mapToObj(Dimension::of).toList());
    }

    /// The number of dimensions.
    public int rank() {
        return dimensions.size();
    }

    /// The dimension on an axis; a negative axis counts from the end.
    public Dimension get(int axis) {
        return dimensions.get(axis < 0 ? axis + rank() : axis);
    }

    /// The size on an axis, if it is known; a negative axis counts from the end.
    public OptionalLong size(int axis) {
        return get(axis) instanceof Fixed(long size) ? OptionalLong.of(size) : OptionalLong.empty();
    }

    /// Whether every dimension has a known size.
    public boolean isFixed() {
        return dimensions.stream().allMatch(Fixed.class::isInstance);
    }

    /// The number of elements, if every size is known.
    ///
    /// @throws ArithmeticException if the count does not fit a long
    public OptionalLong elements() {
        long product = 1;
        for (Dimension dimension : dimensions) {
            if (!(dimension instanceof Fixed(long size))) {
                return OptionalLong.empty();
            }
            product = Math.multiplyExact(product, size);
        }
        return OptionalLong.of(product);
    }

    /// This shape with another dimension on one axis.
    public Shape with(int axis, Dimension dimension) {
        var changed = new ArrayList<>(dimensions);
        changed.set(axis < 0 ? axis + rank() : axis, dimension);
        return new Shape(changed);
    }

    /// The dimensions joined by `×`; empty for a scalar.
    @Override
    public String toString() {
        return dimensions.stream().map(Dimension::toString).collect(Collectors.joining("×"));
    }
}
