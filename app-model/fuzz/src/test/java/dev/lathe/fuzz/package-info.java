/// Fuzz targets of the model readers.
@NullMarked
package dev.lathe.fuzz;

import org.jspecify.annotations.NullMarked;
