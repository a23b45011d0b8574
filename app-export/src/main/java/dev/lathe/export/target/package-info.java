/// What packages can be made for.
@NullMarked
package dev.lathe.export.target;

import org.jspecify.annotations.NullMarked;
