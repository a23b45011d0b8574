/// What the operators of ONNX, ONNX Runtime and TensorFlow Lite are: their parameters and what they
/// do, in the languages of the window.
@NullMarked
package dev.lathe.resources.operator;

import org.jspecify.annotations.NullMarked;
