/// Times of operators and memory of the arena, from the runtime's own profile.
@NullMarked
package dev.lathe.profiler.trace;

import org.jspecify.annotations.NullMarked;
