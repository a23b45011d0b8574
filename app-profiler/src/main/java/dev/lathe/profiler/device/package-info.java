/// The machines that models can be measured on.
@NullMarked
package dev.lathe.profiler.device;

import org.jspecify.annotations.NullMarked;
