/// The window, put together from its parts.
@NullMarked
package dev.lathe.app.window;

import org.jspecify.annotations.NullMarked;
