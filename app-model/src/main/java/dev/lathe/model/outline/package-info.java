/// All graphs of a model as one outline: the main graph, branches, bodies and called functions.
@NullMarked
package dev.lathe.model.outline;

import org.jspecify.annotations.NullMarked;
