/// Colouring the graph by values of layers and groups, and the list of the highest.
@NullMarked
package dev.lathe.ui.overlay;

import org.jspecify.annotations.NullMarked;
