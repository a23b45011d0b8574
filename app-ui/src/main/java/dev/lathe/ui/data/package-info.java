/// Choosing data sets and their preprocessing.
@NullMarked
package dev.lathe.ui.data;

import org.jspecify.annotations.NullMarked;
