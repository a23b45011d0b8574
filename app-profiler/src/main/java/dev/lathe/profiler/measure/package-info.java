/// Plans, statistics and validity of measurements.
@NullMarked
package dev.lathe.profiler.measure;

import org.jspecify.annotations.NullMarked;
