/// The program: where everything is put together and started.
@NullMarked
package dev.lathe.app;

import org.jspecify.annotations.NullMarked;
