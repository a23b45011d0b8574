/// The search in a graph: the field, the list of what is found, and what is said of a query.
@NullMarked
package dev.lathe.ui.graph.search;

import org.jspecify.annotations.NullMarked;
