@NullMarked
package dev.lathe.model.format;

import org.jspecify.annotations.NullMarked;
