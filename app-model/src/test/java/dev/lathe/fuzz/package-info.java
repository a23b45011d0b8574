/// What fuzzing the model readers has found.
@NullMarked
package dev.lathe.fuzz;

import org.jspecify.annotations.NullMarked;
