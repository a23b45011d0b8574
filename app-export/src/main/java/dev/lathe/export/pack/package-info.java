/// Packages: making them and checking them.
@NullMarked
package dev.lathe.export.pack;

import org.jspecify.annotations.NullMarked;
