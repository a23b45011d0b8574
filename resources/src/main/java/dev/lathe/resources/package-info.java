/// Typed access to the files of this module: words, stylesheets, samples.
@NullMarked
package dev.lathe.resources;

import org.jspecify.annotations.NullMarked;
