package dev.lathe.ui.graph.search;

import dev.lathe.model.search.Hit;

/// Hears which hit the user turns to.
public interface SearchVisitor {

    /// The user looks at a hit in passing: it is shown where it can be seen now.
    void look(Hit hit);

    /// The user wants to be at a hit: what it is in is opened.
    void go(Hit hit);
}
