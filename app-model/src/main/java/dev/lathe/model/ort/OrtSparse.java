package dev.lathe.model.ort;

import dev.lathe.model.flatbuffer.SparseElements;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorNumbers;
import java.util.List;

/// Puts sparse tensors together: elements, and their positions as numbers in row-major order or as
/// tuples of indices (ONNX IR, `SparseTensorProto`). Their integers have as few bits as they need.
final class OrtSparse {
    private OrtSparse() {}

    static TensorContent content(Tensor values, Tensor indices, List<Long> sizes) {
        var bytes = values.bytes();
        if (bytes.isEmpty()
                || indices.bytes().isEmpty()
                || !isSigned(indices.type())
                || values.sizes().size() != 1) {
            return missing("its elements cannot be read");
        }
        long count = values.sizes().getFirst();
        var stated = numbers(indices);
        try {
            long elements = sizes.stream().reduce(1L, Math::multiplyExact);
            if (indices.sizes().equals(List.of(count))) {
                return SparseElements.of(values.type(), bytes.get(), stated, elements);
            }
            if (indices.sizes().equals(List.of(count, (long) sizes.size()))) {
                return SparseElements.of(
                        values.type(), bytes.get(), linear(stated, sizes), elements);
            }
        } catch (ArithmeticException _) {
            return missing("its shape " + sizes + " is none");
        }
        return missing("its indices do not fit its elements");
    }

    private static boolean isSigned(DataType type) {
        return switch (type) {
            case INT8, INT16, INT32, INT64 -> true;
            default -> false;
        };
    }

    private static long[] numbers(Tensor indices) {
        var numbers = TensorNumbers.of(indices);
        var result = new long[numbers.map(n -> (int) n.count()).orElse(0)];
        for (int i = 0; i < result.length; i++) {
            result[i] = (long) numbers.orElseThrow().get(i);
        }
        return result;
    }

    private static long[] linear(long[] tuples, List<Long> sizes) {
        var positions = new long[tuples.length / sizes.size()];
        for (int i = 0; i < positions.length; i++) {
            long position = 0;
            for (int axis = 0; axis < sizes.size(); axis++) {
                long index = tuples[i * sizes.size() + axis];
                if (index < 0 || index >= sizes.get(axis)) {
                    position = -1;
                    break;
                }
                position = position * sizes.get(axis) + index;
            }
            positions[i] = position;
        }
        return positions;
    }

    private static TensorContent missing(String reason) {
        return new Missing("", 0, 0, reason);
    }
}
