/// What is in a tensor: statistics, ranges of channels, two-dimensional cuts, text and files of its
/// elements.
@NullMarked
package dev.lathe.model.tensor;

import org.jspecify.annotations.NullMarked;
