package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Flatbuffer;
import dev.lathe.model.flatbuffer.SparseElements;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.Missing;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Reads sparse tensors (LiteRT `schema.fbs`, `SparsityParameters`, a form of the TACO format:
/// Kjolstad et al. 2017, "The Tensor Algebra Compiler").
///
/// The dimensions are gone through in a stated order, after those of the tensor those of the block
/// that elements come in, if there is one. A dense dimension has all its indices, a sparse one
/// those that its segment of an index list names, one segment for each entry of the dimensions
/// before it.
final class SparsityReader {
    private static final int ORDER = 0;
    private static final int BLOCK_MAP = 1;
    private static final int DIMENSIONS = 2;

    /// What a stored element costs of the allowance: its position takes eight bytes.
    private static final int ELEMENTS_PER_COST = 4;

    private final int[] order;
    private final int[] blockMap;
    private final List<SparseDimension> dimensions = new ArrayList<>();
    private final List<Long> sizes;
    private final Flatbuffer file;

    private SparsityReader(FlatTable sparsity, List<Long> sizes, Flatbuffer file)
            throws DamagedFlatbufferException {
        order = sparsity.ints(ORDER);
        blockMap = sparsity.ints(BLOCK_MAP);
        for (FlatTable dimension : sparsity.tables(DIMENSIONS)) {
            dimensions.add(SparseDimension.of(dimension));
        }
        this.sizes = sizes;
        this.file = file;
    }

    /// The elements of a sparse tensor, or what keeps them from being read.
    static TensorContent read(
            FlatTable sparsity,
            DataType type,
            List<Long> sizes,
            MemorySegment bytes,
            Flatbuffer file)
            throws DamagedFlatbufferException {
        var reader = new SparsityReader(sparsity, sizes, file);
        try {
            return reader.content(type, bytes);
        } catch (ArithmeticException _) {
            return missing(bytes, "it is too large");
        }
    }

    private static TensorContent missing(MemorySegment bytes, String reason) {
        return new Missing("", 0, bytes.byteSize(), reason);
    }

    private TensorContent content(DataType type, MemorySegment bytes)
            throws DamagedFlatbufferException {
        int size = type.bits() / 8;
        if (size == 0 || sizes.stream().anyMatch(s -> s <= 0) || !isConsistent()) {
            return missing(bytes, "its sparse form is not known");
        }
        long stored = bytes.byteSize() / size;
        if (entries(stored) != stored) {
            return missing(bytes, "its elements do not fit its positions");
        }
        file.spend(stored / ELEMENTS_PER_COST);
        long elements = sizes.stream().reduce(1L, Math::multiplyExact);
        return SparseElements.of(type, bytes.asSlice(0, stored * size), positions(), elements);
    }

    /// Whether the order names every dimension of the tensor and of the block once, and every block
    /// dimension is dense and divides the one it is in.
    private boolean isConsistent() {
        int rank = sizes.size();
        if (order.length != rank + blockMap.length || dimensions.size() != order.length) {
            return false;
        }
        var seen = new boolean[order.length];
        for (int dimension : order) {
            if (dimension < 0 || dimension >= seen.length || seen[dimension]) {
                return false;
            }
            seen[dimension] = true;
        }
        for (int i = 0; i < blockMap.length; i++) {
            long block = blockSize(i);
            if (blockMap[i] < 0
                    || blockMap[i] >= rank
                    || block <= 0
                    || sizes.get(blockMap[i]) % block != 0) {
                return false;
            }
        }
        return true;
    }

    /// The size of a block dimension, by its place in the block map; 0 if it is not dense.
    private long blockSize(int place) {
        for (int level = 0; level < order.length; level++) {
            if (order[level] == sizes.size() + place) {
                return dimensions.get(level).isDense() ? dimensions.get(level).size() : 0;
            }
        }
        return 0;
    }

    /// The number of entries after all dimensions; -1 if the index lists do not fit together or
    /// there are more than so many on the way.
    private long entries(long most) {
        long entries = 1;
        for (SparseDimension dimension : dimensions) {
            entries = dimension.entries(entries);
            if (entries < 0 || entries > most) {
                return -1;
            }
        }
        return entries;
    }

    /// The positions of the entries, one dimension after another: each adds its index times its
    /// stride.
    private long[] positions() throws DamagedFlatbufferException {
        var positions = new long[1];
        for (int level = 0; level < order.length; level++) {
            var dimension = dimensions.get(level);
            file.spend(positions.length / ELEMENTS_PER_COST);
            positions = dimension.expanded(positions, stride(order[level]), limit(order[level]));
        }
        return positions;
    }

    private long stride(int dimension) {
        int rank = sizes.size();
        if (dimension >= rank) {
            return denseStride(blockMap[dimension - rank]);
        }
        long block = 1;
        for (int i = 0; i < blockMap.length; i++) {
            if (blockMap[i] == dimension) {
                block *= blockSize(i);
            }
        }
        return denseStride(dimension) * block;
    }

    /// The number of indices that a dimension can have.
    private long limit(int dimension) {
        if (dimension >= sizes.size()) {
            return blockSize(dimension - sizes.size());
        }
        return sizes.get(dimension) * denseStride(dimension) / stride(dimension);
    }

    private long denseStride(int dimension) {
        long stride = 1;
        for (int i = dimension + 1; i < sizes.size(); i++) {
            stride = Math.multiplyExact(stride, sizes.get(i));
        }
        return stride;
    }
}
