package dev.lathe.model.diff;

import dev.lathe.model.graph.Tensor;
import java.util.Optional;

/// What became of a constant.
///
/// @param path where its graph is, as {@link GraphDiff#path}
/// @param name in the second model if it is there
/// @param distance how far the two are apart, where both can be read as numbers and have the same
///   sizes
public record TensorDiff(
        Change change,
        String path,
        String name,
        Optional<Tensor> before,
        Optional<Tensor> after,
        Optional<TensorDistance> distance) {}
