/// The command that makes the bundled sample models.
@NullMarked
package dev.lathe.samples.train;

import org.jspecify.annotations.NullMarked;
