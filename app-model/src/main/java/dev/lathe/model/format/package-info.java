/// Model files of every format: which one a file has, and who reads and writes it.
@NullMarked
package dev.lathe.model.format;

import org.jspecify.annotations.NullMarked;
