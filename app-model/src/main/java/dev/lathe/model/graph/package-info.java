/// The model graph as immutable values: nodes, values, tensors, types.
@NullMarked
package dev.lathe.model.graph;

import org.jspecify.annotations.NullMarked;
