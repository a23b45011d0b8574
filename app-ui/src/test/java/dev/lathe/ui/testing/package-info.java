/// What tests of several panes need: an engine that runs nothing, and figures.
@NullMarked
package dev.lathe.ui.testing;

import org.jspecify.annotations.NullMarked;
