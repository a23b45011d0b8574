/// What several tests of this module need.
@NullMarked
package dev.lathe.profiler.testing;

import org.jspecify.annotations.NullMarked;
