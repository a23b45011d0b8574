/// The window in which people choose what of the graph to write as a picture.
@NullMarked
package dev.lathe.ui.picture;

import org.jspecify.annotations.NullMarked;
