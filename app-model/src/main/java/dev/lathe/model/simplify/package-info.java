/// Rewrites that make a model smaller and leave what it computes as it is.
@NullMarked
package dev.lathe.model.simplify;

import org.jspecify.annotations.NullMarked;
