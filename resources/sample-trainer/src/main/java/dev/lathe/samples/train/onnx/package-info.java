/// Writes trained networks as ONNX files and checks what was written.
@NullMarked
package dev.lathe.samples.train.onnx;

import org.jspecify.annotations.NullMarked;
