@NullMarked
package dev.lathe.model.outline;

import org.jspecify.annotations.NullMarked;
