package dev.lathe.model.tensor;

import dev.lathe.model.graph.Tensor;
import java.util.Optional;
import java.util.OptionalInt;

/// A constant that a node reads, itself or through DequantizeLinear.
///
/// @param input the position at which the node reads it; empty for the value of a Constant node
/// @param dequantization how its elements stand for real numbers, if the graph says so
/// @param channelAxis the axis that tells the outputs of the node apart; empty for scalars and
///   where there is no such axis
/// @param kernels how it is laid out as a grid of kernels, if it is the weight of a convolution
public record ReadConstant(
        OptionalInt input,
        Tensor tensor,
        Optional<Dequantization> dequantization,
        OptionalInt channelAxis,
        Optional<KernelGrid> kernels) {}
