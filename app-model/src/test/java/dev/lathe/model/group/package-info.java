@NullMarked
package dev.lathe.model.group;

import org.jspecify.annotations.NullMarked;
