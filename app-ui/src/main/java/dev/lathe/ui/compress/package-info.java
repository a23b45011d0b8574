/// Making a model smaller: pruning and quantization.
@NullMarked
package dev.lathe.ui.compress;

import org.jspecify.annotations.NullMarked;
