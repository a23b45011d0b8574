/// Making packages that can be deployed, and checking them.
@NullMarked
package dev.lathe.ui.export;

import org.jspecify.annotations.NullMarked;
