package dev.lathe.ui.graph.layout;

/// What a box stands for.
public enum BoxRole {
    /// An input of the graph, or a value from outside what is shown.
    INPUT,
    /// An output of the graph, or a value that is read outside what is shown.
    OUTPUT,
    /// A node.
    NODE,
    /// A closed group of nodes.
    GROUP,
    /// An open group, drawn behind what it holds.
    OPEN_GROUP,
    /// A node whose graphs are shown in it.
    OPEN_NODE,
    /// A graph inside an open node: a branch, a body, or what a function does.
    SCOPE,
    /// A point where an edge crosses the border of a frame; not drawn.
    JUNCTION,
    /// A reminder, next to a reader, of a value that is made far away and read in many places.
    STUB;

    /// Whether boxes of this role are drawn around others.
    public boolean isFrame() {
        return this == OPEN_GROUP || this == OPEN_NODE || this == SCOPE;
    }

    /// Whether boxes of this role are called by the identifier of a node.
    public boolean isLayer() {
        return this == NODE || this == OPEN_NODE;
    }

    /// Whether boxes of this role are called by the identifier of a group.
    public boolean isGroup() {
        return this == GROUP || this == OPEN_GROUP;
    }
}
