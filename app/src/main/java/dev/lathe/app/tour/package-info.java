/// The tour: the whole loop on the bundled sample, through the real window, without a screen.
@NullMarked
package dev.lathe.app.tour;

import org.jspecify.annotations.NullMarked;
