@NullMarked
package dev.lathe.model.tflite;

import org.jspecify.annotations.NullMarked;
