/// The command line: one class for each command.
@NullMarked
package dev.lathe.app.cli;

import org.jspecify.annotations.NullMarked;
