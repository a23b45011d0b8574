/// Two models compared: side by side or in one picture, with a list of what changed.
@NullMarked
package dev.lathe.ui.diff;

import org.jspecify.annotations.NullMarked;
