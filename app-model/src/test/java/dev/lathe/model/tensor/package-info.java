@NullMarked
package dev.lathe.model.tensor;

import org.jspecify.annotations.NullMarked;
