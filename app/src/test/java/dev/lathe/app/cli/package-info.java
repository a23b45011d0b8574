@NullMarked
package dev.lathe.app.cli;

import org.jspecify.annotations.NullMarked;
