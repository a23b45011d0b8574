/// What is known of the selected layers, and the table of all layers.
@NullMarked
package dev.lathe.ui.inspect;

import org.jspecify.annotations.NullMarked;
