/// Small charts drawn as nodes, so that style sheets colour them.
@NullMarked
package dev.lathe.ui.chart;

import org.jspecify.annotations.NullMarked;
