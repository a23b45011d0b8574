/// Work that leaves the JavaFX thread.
@NullMarked
package dev.lathe.ui.job;

import org.jspecify.annotations.NullMarked;
