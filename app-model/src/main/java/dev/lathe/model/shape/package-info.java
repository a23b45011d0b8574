/// Shape and type inference.
@NullMarked
package dev.lathe.model.shape;

import org.jspecify.annotations.NullMarked;
