@NullMarked
package dev.lathe.app.window;

import org.jspecify.annotations.NullMarked;
