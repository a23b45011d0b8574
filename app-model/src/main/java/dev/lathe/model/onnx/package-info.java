/// Reading and writing ONNX files.
@NullMarked
package dev.lathe.model.onnx;

import org.jspecify.annotations.NullMarked;
