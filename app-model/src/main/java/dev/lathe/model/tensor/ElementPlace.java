package dev.lathe.model.tensor;

import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.graph.TensorContent.Stored;
import dev.lathe.model.graph.TensorContent.Strings;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Where the elements of a tensor are kept.
public sealed interface ElementPlace {

    /// In the model's own file.
    ///
    /// @param offset bytes from its start
    record InFile(long offset) implements ElementPlace {}

    /// In the model, at no place of a file that can be named: in a typed field, in a compressed
    /// file, or made by an edit.
    record InModel() implements ElementPlace {}

    /// In a file beside the model.
    record Beside(String location, long offset) implements ElementPlace {}

    /// In the model; only some are, all others are zero.
    record SomeInModel(long stored) implements ElementPlace {}

    /// Where the elements of a tensor are.
    ///
    /// @param origin the file that the model, or the one that it was made from, was read from
    static ElementPlace of(Tensor tensor, Optional<ModelOrigin> origin) {
        return switch (tensor.content()) {
            case External(var location, long offset, _) -> new Beside(location, offset);
            case Missing(var location, long offset, _, _) -> new Beside(location, offset);
            case Sparse sparse -> new SomeInModel(sparse.stored());
            case Strings _ -> new InModel();
            case Stored(var bytes) ->
                    origin.map(ModelOrigin::bytes)
                            .filter(file -> isIn(bytes, file))
                            .<ElementPlace>map(file -> new InFile(bytes.address() - file.address()))
                            .orElseGet(InModel::new);
        };
    }

    private static boolean isIn(MemorySegment bytes, MemorySegment file) {
        return bytes.isNative()
                && file.isNative()
                && bytes.address() >= file.address()
                && bytes.address() + bytes.byteSize() <= file.address() + file.byteSize();
    }
}
