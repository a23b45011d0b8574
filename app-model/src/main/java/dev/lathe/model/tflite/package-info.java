/// Reads TensorFlow Lite (LiteRT) models.
@NullMarked
package dev.lathe.model.tflite;

import org.jspecify.annotations.NullMarked;
