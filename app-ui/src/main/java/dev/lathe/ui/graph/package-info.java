/// The graph of a model in the window: pan, zoom, select, search, walk, overlays.
@NullMarked
package dev.lathe.ui.graph;

import org.jspecify.annotations.NullMarked;
