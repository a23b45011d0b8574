package dev.lathe.model.onnx;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.External;
import java.util.Optional;

/// Decides which tensors are written to a data file and where in it; all others are written into
/// the model itself.
sealed interface TensorPlaces permits TensorPlaces.Inside, TensorPlaces.AsRead, DataFile {

    /// Where an initializer goes; empty for the model itself.
    Optional<ExternalPlace> initializer(Tensor tensor);

    /// Where the value of an attribute goes; empty for the model itself.
    Optional<ExternalPlace> attribute(Tensor tensor);

    /// Everything goes into the model.
    record Inside() implements TensorPlaces {
        @Override
        public Optional<ExternalPlace> initializer(Tensor tensor) {
            return Optional.empty();
        }

        @Override
        public Optional<ExternalPlace> attribute(Tensor tensor) {
            return Optional.empty();
        }
    }

    /// Everything stays in the file that it was read from.
    record AsRead() implements TensorPlaces {
        @Override
        public Optional<ExternalPlace> initializer(Tensor tensor) {
            return tensor.content() instanceof External(var location, long offset, var bytes)
                    ? Optional.of(new ExternalPlace(location, offset, bytes.byteSize()))
                    : Optional.empty();
        }

        @Override
        public Optional<ExternalPlace> attribute(Tensor tensor) {
            return initializer(tensor);
        }
    }
}
