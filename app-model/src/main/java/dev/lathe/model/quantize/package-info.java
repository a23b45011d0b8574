/// Quantization of weights and activations.
@NullMarked
package dev.lathe.model.quantize;

import org.jspecify.annotations.NullMarked;
