package dev.lathe.model.search;

import java.util.List;

/// A layer or a group of a model that can be found.
public final class Hit {
    private final Kind kind;
    private final String id;
    private final String name;
    private final String operator;
    private final Place place;
    private final int layers;
    private final Facts facts;

    /// What a hit is; layers and groups have identifiers of their own each.
    public enum Kind {
        LAYER,
        GROUP
    }

    /// Where a hit is.
    ///
    /// @param path for people; empty at the top of the main graph
    /// @param texts the same, to be searched
    record Place(String path, FieldTexts texts) {
        static Place of(String path) {
            return new Place(path, FieldTexts.of(path));
        }
    }

    /// What a query is held against.
    ///
    /// @param types numbers in the tables
    /// @param attributes numbers in the tables
    record Facts(FieldTexts texts, List<Integer> types, List<Integer> attributes) {
        Facts {
            types = List.copyOf(types);
            attributes = List.copyOf(attributes);
        }
    }

    private Hit(
            Kind kind,
            String id,
            String name,
            String operator,
            Place place,
            int layers,
            Facts facts) {
        this.kind = kind;
        this.id = id;
        this.name = name;
        this.operator = operator;
        this.place = place;
        this.layers = layers;
        this.facts = facts;
    }

    static Hit layer(String id, String name, String operator, Place place, Facts facts) {
        return new Hit(Kind.LAYER, id, name, operator, place, 1, facts);
    }

    static Hit group(String id, String label, int layers, Place place) {
        var facts = new Facts(FieldTexts.of(label), List.of(), List.of());
        return new Hit(Kind.GROUP, id, label, "", place, layers, facts);
    }

    public Kind kind() {
        return kind;
    }

    /// The layer id or group id in the outline of the model.
    public String id() {
        return id;
    }

    /// The name of a layer in its graph, or of a group in its parent.
    public String name() {
        return name;
    }

    /// The operator; empty for a group.
    public String operator() {
        return operator;
    }

    /// The subgraph and the group that it is in, for people; empty at the top of the main graph.
    public String place() {
        return place.path();
    }

    /// How many layers it stands for.
    public int layers() {
        return layers;
    }

    FieldTexts placeTexts() {
        return place.texts();
    }

    Facts facts() {
        return facts;
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
