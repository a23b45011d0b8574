/// What the window shows while no model is open.
@NullMarked
package dev.lathe.ui.welcome;

import org.jspecify.annotations.NullMarked;
