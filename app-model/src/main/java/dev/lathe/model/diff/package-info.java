/// The difference of two models: nodes, values, weights and header.
@NullMarked
package dev.lathe.model.diff;

import org.jspecify.annotations.NullMarked;
