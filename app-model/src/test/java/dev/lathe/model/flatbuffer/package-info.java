@NullMarked
package dev.lathe.model.flatbuffer;

import org.jspecify.annotations.NullMarked;
