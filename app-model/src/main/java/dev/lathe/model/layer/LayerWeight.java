package dev.lathe.model.layer;

import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;

/// A constant that a layer multiplies its input with.
///
/// @param layer the layer name
/// @param input the position at which the node reads it
/// @param holder the name of the initializer, or of the output of the Constant node, that holds the
///   elements: the input itself, or what is behind an Identity or Reshape
/// @param tensor what the holder holds
public record LayerWeight(String layer, Node node, int input, String holder, Tensor tensor) {}
