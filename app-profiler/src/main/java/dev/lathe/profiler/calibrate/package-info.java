/// Ranges of activations, measured on calibration data.
@NullMarked
package dev.lathe.profiler.calibrate;

import org.jspecify.annotations.NullMarked;
