/// Ordered edits, their history and their file form.
@NullMarked
package dev.lathe.model.recipe;

import org.jspecify.annotations.NullMarked;
