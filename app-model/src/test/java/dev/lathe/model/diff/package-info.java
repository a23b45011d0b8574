@NullMarked
package dev.lathe.model.diff;

import org.jspecify.annotations.NullMarked;
