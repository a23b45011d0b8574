@NullMarked
package dev.lathe.model.onnx;

import org.jspecify.annotations.NullMarked;
