@NullMarked
package dev.lathe.model.edit;

import org.jspecify.annotations.NullMarked;
