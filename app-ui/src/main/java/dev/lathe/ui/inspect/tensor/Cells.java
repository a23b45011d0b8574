package dev.lathe.ui.inspect.tensor;

import java.util.function.LongFunction;

/// Elements as text, by their position in the tensor.
///
/// @param brief short enough for a column
/// @param exact with all digits
record Cells(LongFunction<String> brief, LongFunction<String> exact) {}
