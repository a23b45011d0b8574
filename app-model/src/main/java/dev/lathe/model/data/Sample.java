package dev.lathe.model.data;

import dev.lathe.model.graph.Tensor;
import java.util.OptionalInt;

/// One preprocessed sample.
///
/// @param id where it came from: a file or a position
/// @param input float32, in the layout of the preprocessing, without the batch dimension
/// @param label the index of its class
public record Sample(String id, Tensor input, OptionalInt label) {}
