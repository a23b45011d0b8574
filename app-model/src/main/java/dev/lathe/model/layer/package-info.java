/// The layers of a graph that have weights, and what becomes of them when a model is rewritten.
@NullMarked
package dev.lathe.model.layer;

import org.jspecify.annotations.NullMarked;
