/// Drawing a laid out graph: on a canvas, into an image or as SVG, by one painter.
@NullMarked
package dev.lathe.ui.graph.paint;

import org.jspecify.annotations.NullMarked;
