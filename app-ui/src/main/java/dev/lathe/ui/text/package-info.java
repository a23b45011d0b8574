/// Words and figures in the language that the window speaks now.
@NullMarked
package dev.lathe.ui.text;

import org.jspecify.annotations.NullMarked;
