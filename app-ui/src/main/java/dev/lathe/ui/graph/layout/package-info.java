/// Where boxes, edges and labels of a graph go. Pure computation, free of JavaFX.
@NullMarked
package dev.lathe.ui.graph.layout;

import org.jspecify.annotations.NullMarked;
