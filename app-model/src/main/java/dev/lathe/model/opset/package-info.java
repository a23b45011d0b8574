/// Versions of the standard operator set.
@NullMarked
package dev.lathe.model.opset;

import org.jspecify.annotations.NullMarked;
