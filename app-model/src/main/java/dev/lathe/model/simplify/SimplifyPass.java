package dev.lathe.model.simplify;

/// Finds and makes the rewrites of one kind in one graph.
interface SimplifyPass {

    /// What its rewrites are counted as.
    Pass kind();

    /// Makes all the rewrites that it finds in one walk over the graph; the graph is walked again
    /// when that made others possible.
    void run(Rewriting rewriting);
}
