/// Progress and cancellation of long computations.
@NullMarked
package dev.lathe.model.work;

import org.jspecify.annotations.NullMarked;
