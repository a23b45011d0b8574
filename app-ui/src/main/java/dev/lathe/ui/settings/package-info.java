/// What people choose for the window and what it remembers from one start to the next.
@NullMarked
package dev.lathe.ui.settings;

import org.jspecify.annotations.NullMarked;
