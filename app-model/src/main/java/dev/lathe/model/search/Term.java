package dev.lathe.model.search;

import dev.lathe.model.graph.DataType;
import java.util.List;

/// One condition of a query.
sealed interface Term {

    /// Something about the texts of a layer or a group.
    ///
    /// @param where {@link Where#ANY} for a word without a key
    record TextTerm(Where where, TextTest test) implements Term {}

    /// A value has a shape with some dimensions in a row.
    ///
    /// @param part in lower case; `?` stands for any dimension
    record ShapeTerm(List<String> part, Extent extent) implements Term {
        public ShapeTerm {
            part = List.copyOf(part);
        }
    }

    /// A value has one of some element types.
    record TypeTerm(List<DataType> types) implements Term {
        public TypeTerm {
            types = List.copyOf(types);
        }
    }

    /// An attribute is there, or has a value.
    ///
    /// @param name in lower case: a part of the name if no value is asked for, else all of it
    record AttributeTerm(String name, Comparison comparison) implements Term {}

    /// Which texts a word is looked for in.
    enum Where {
        ANY,
        NAME,
        OPERATOR,
        INPUT,
        OUTPUT,
        PLACE,
        /// The names of groups only.
        GROUP;

        /// Whether groups can be found by this.
        boolean isOfGroups() {
            return switch (this) {
                case ANY, NAME, PLACE, GROUP -> true;
                case OPERATOR, INPUT, OUTPUT -> false;
            };
        }
    }

    /// How much of a shape is given.
    enum Extent {
        PART,
        WHOLE
    }
}
