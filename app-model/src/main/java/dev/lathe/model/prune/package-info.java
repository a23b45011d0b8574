/// Pruning of weights.
@NullMarked
package dev.lathe.model.prune;

import org.jspecify.annotations.NullMarked;
