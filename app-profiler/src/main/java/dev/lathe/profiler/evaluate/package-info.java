/// Accuracy on labelled data and differences of outputs.
@NullMarked
package dev.lathe.profiler.evaluate;

import org.jspecify.annotations.NullMarked;
