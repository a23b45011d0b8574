@NullMarked
package dev.lathe.model.metric;

import org.jspecify.annotations.NullMarked;
