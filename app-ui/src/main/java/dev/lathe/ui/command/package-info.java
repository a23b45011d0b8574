/// What people can do in the window, each thing once: with its words, its keys, and a palette and
/// an overview that list it.
@NullMarked
package dev.lathe.ui.command;

import org.jspecify.annotations.NullMarked;
