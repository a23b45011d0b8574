/// Parameters, multiply-accumulates, bytes and activation peak of layers.
@NullMarked
package dev.lathe.model.cost;

import org.jspecify.annotations.NullMarked;
