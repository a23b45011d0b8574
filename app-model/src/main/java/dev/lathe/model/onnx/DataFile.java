package dev.lathe.model.onnx;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.graph.TensorContent.Stored;
import dev.lathe.model.graph.TensorContent.Strings;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The data file of a model that is being written: the large initializers, one after the other,
/// those of one content once.
///
/// Each starts on a page, which the ONNX IR asks for so that it can be mapped (`external_data`:
/// "offset values should be multiples of 4096"); those of a mebibyte and more start at the 64 KiB
/// that mapping needs on Windows, as ONNX Runtime writes them.
final class DataFile implements TensorPlaces {
    /// Smaller ones stay in the model, where shape inference of every tool finds them: the
    /// threshold of ONNX's own tools.
    static final long MIN_BYTES = 1024;

    private static final long PAGE = 4096;
    private static final long GRANULARITY = 65_536;
    private static final long LARGE_BYTES = 1 << 20;
    private static final byte[] ZEROS = new byte[(int) GRANULARITY];

    private final String location;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Region, ExternalPlace> regions = new HashMap<>();
    private final IdentityHashMap<TensorContent, ExternalPlace> contents = new IdentityHashMap<>();
    private long size;
    private long placedBytes;

    /// @param location its name, without a folder
    DataFile(String location) {
        this.location = location;
    }

    private record Piece(long offset, MemorySegment bytes) {}

    /// Memory outside the heap, of which equal addresses tell that it is the same.
    private record Region(long address, long length) {}

    String location() {
        return location;
    }

    /// Bytes of the file.
    long size() {
        return size;
    }

    /// The sum of the bytes of all tensors that were given a place, shared ones as often as that.
    long placedBytes() {
        return placedBytes;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    @Override
    public Optional<ExternalPlace> initializer(Tensor tensor) {
        return switch (tensor.content()) {
            case Stored(var bytes) -> place(tensor.content(), bytes);
            case External(_, _, var bytes) -> place(tensor.content(), bytes);
            case Sparse _, Strings _, Missing _ -> Optional.empty();
        };
    }

    @Override
    public Optional<ExternalPlace> attribute(Tensor tensor) {
        return Optional.empty();
    }

    private Optional<ExternalPlace> place(TensorContent content, MemorySegment bytes) {
        if (bytes.byteSize() < MIN_BYTES) {
            return Optional.empty();
        }
        placedBytes += bytes.byteSize();
        if (bytes.isNative()) {
            var region = new Region(bytes.address(), bytes.byteSize());
            return Optional.of(regions.computeIfAbsent(region, _ -> append(bytes)));
        }
        return Optional.of(contents.computeIfAbsent(content, _ -> append(bytes)));
    }

    private ExternalPlace append(MemorySegment bytes) {
        long alignment = bytes.byteSize() >= LARGE_BYTES ? GRANULARITY : PAGE;
        long offset = Math.ceilDiv(size, alignment) * alignment;
        pieces.add(new Piece(offset, bytes));
        size = offset + bytes.byteSize();
        return new ExternalPlace(location, offset, bytes.byteSize());
    }

    /// Writes the whole file.
    void writeTo(OutputStream stream) throws IOException, InterruptedException {
        long at = 0;
        for (Piece piece : pieces) {
            stream.write(ZEROS, 0, (int) (piece.offset() - at));
            SegmentCopy.write(piece.bytes(), stream);
            at = piece.offset() + piece.bytes().byteSize();
        }
    }
}
