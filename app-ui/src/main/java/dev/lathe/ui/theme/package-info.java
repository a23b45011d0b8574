/// The kinds of operators and their colours, the same in graph, tables and charts. Free of JavaFX.
@NullMarked
package dev.lathe.ui.theme;

import org.jspecify.annotations.NullMarked;
