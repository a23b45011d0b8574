package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.Scalar.Real;
import dev.lathe.model.shape.Scalar.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// The elements of a small tensor, row-major, each known exactly, as a symbol, or not at all. This
/// is how a shape that a graph computes (Shape → Gather → Concat → Reshape) is followed.
///
/// @param sizes of the tensor; empty for a scalar
record Content(List<Long> sizes, List<Scalar> elements) {

    /// The most elements that are followed.
    static final int LIMIT = 64;

    Content {
        sizes = List.copyOf(sizes);
        elements = List.copyOf(elements);
    }

    static Content scalar(Scalar element) {
        return new Content(List.of(), List.of(element));
    }

    static Content vector(List<? extends Scalar> elements) {
        return new Content(List.of((long) elements.size()), List.copyOf(elements));
    }

    /// The dimensions of a shape as a vector.
    static Content of(List<Dimension> dimensions) {
        return vector(dimensions.stream().map(Whole::new).toList());
    }

    /// A tensor of one element all over.
    ///
    /// @throws NotInferableException if a size is not known or there are too many elements
    static Content filled(Shape shape, Scalar element) throws NotInferableException {
        var sizes = new ArrayList<Long>();
        long count = 1;
        for (Dimension dimension : shape.dimensions()) {
            if (!(dimension instanceof Fixed(long size)) || size < 0 || size > LIMIT) {
                throw new NotInferableException();
            }
            sizes.add(size);
            count *= size;
            if (count > LIMIT) {
                throw new NotInferableException();
            }
        }
        return new Content(sizes, Collections.nCopies((int) count, element));
    }

    Shape shape() {
        return Shape.of(sizes.stream().mapToLong(Long::longValue).toArray());
    }

    int size() {
        return elements.size();
    }

    /// An element as an integer that may be symbolic or unknown.
    Dimension dimension(int position) {
        return switch (elements.get(position)) {
            case Whole(var value) -> value;
            case Real _ -> Dimension.UNKNOWN;
        };
    }

    /// All elements as integers that may be symbolic or unknown.
    List<Dimension> dimensions() {
        var result = new ArrayList<Dimension>(size());
        for (int i = 0; i < size(); i++) {
            result.add(dimension(i));
        }
        return result;
    }

    /// An element that is known as an integer.
    ///
    /// @throws NotInferableException if it is not
    long whole(int position) throws NotInferableException {
        if (dimension(position) instanceof Fixed(long value)) {
            return value;
        }
        throw new NotInferableException();
    }

    /// All elements, known as integers.
    ///
    /// @throws NotInferableException if one is not
    List<Long> wholes() throws NotInferableException {
        var result = new ArrayList<Long>(size());
        for (int i = 0; i < size(); i++) {
            result.add(whole(i));
        }
        return result;
    }

    /// An element that is known as a number.
    ///
    /// @throws NotInferableException if it is not
    double number(int position) throws NotInferableException {
        return switch (elements.get(position)) {
            case Real(double value) -> value;
            case Whole _ -> whole(position);
        };
    }

    /// A tensor of another shape whose every element comes from the place in this one that a
    /// function of its own place names.
    ///
    /// @throws NotInferableException if a size is not known or there are too many elements
    Content rearranged(Shape shape, UnaryOperator<int[]> source) throws NotInferableException {
        var frame = filled(shape, Scalar.UNKNOWN);
        var result = new ArrayList<Scalar>(frame.size());
        for (int position = 0; position < frame.size(); position++) {
            var place = new int[frame.sizes.size()];
            int rest = position;
            for (int axis = place.length - 1; axis >= 0; axis--) {
                int size = frame.sizes.get(axis).intValue();
                place[axis] = rest % size;
                rest /= size;
            }
            result.add(elements.get(position(source.apply(place))));
        }
        return new Content(frame.sizes, result);
    }

    private int position(int[] place) {
        int result = 0;
        for (int axis = 0; axis < place.length; axis++) {
            int size = sizes.get(axis).intValue();
            result = result * size + Objects.checkIndex(place[axis], size);
        }
        return result;
    }

    /// The same elements as a tensor of other sizes.
    ///
    /// @throws NotInferableException if the number of elements differs
    Content reshaped(Shape shape) throws NotInferableException {
        var count = shape.elements();
        if (count.isEmpty() || count.getAsLong() != size()) {
            throw new NotInferableException();
        }
        var others = new ArrayList<Long>();
        for (Dimension dimension : shape.dimensions()) {
            others.add(((Fixed) dimension).size());
        }
        return new Content(others, elements);
    }
}
