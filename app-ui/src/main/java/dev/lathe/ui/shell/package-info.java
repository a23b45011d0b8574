/// The one window: its bars, its sides and the areas of work in it.
@NullMarked
package dev.lathe.ui.shell;

import org.jspecify.annotations.NullMarked;
