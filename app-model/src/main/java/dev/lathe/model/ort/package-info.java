/// Reads models in ONNX Runtime's own format.
@NullMarked
package dev.lathe.model.ort;

import org.jspecify.annotations.NullMarked;
