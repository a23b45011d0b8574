/// Feeds the samples of a data set to a model, in batches.
@NullMarked
package dev.lathe.profiler.feed;

import org.jspecify.annotations.NullMarked;
