/// Values of layers and groups that a graph is coloured by: computed, or read from files.
@NullMarked
package dev.lathe.model.metric;

import org.jspecify.annotations.NullMarked;
