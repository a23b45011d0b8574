/// The versions of the model, one for each step of the recipe, beside each other.
@NullMarked
package dev.lathe.ui.versions;

import org.jspecify.annotations.NullMarked;
