@NullMarked
package dev.lathe.model.search;

import org.jspecify.annotations.NullMarked;
