package dev.lathe.model.quantize;

/// The integer types and the granularity of a static quantization.
///
/// @param activation the type of activations, one scale and zero point for each tensor
/// @param weight the type of weights, symmetric around zero
/// @param granularity of weights
public record QuantizationScheme(
        IntegerType activation, IntegerType weight, Granularity granularity) {}
