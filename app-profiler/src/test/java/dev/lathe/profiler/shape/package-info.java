/// Shape inference held against ONNX Runtime's own.
@NullMarked
package dev.lathe.profiler.shape;

import org.jspecify.annotations.NullMarked;
