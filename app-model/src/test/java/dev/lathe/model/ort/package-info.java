@NullMarked
package dev.lathe.model.ort;

import org.jspecify.annotations.NullMarked;
