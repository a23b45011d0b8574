/// What is in the constants that a layer reads: statistics, histogram, ranges of channels, heat
/// map, table and files.
@NullMarked
package dev.lathe.ui.inspect.tensor;

import org.jspecify.annotations.NullMarked;
