package dev.lathe.model.search;

import dev.lathe.model.search.QueryProblem.UnknownType;
import dev.lathe.model.search.QueryProblem.WrongPattern;
import java.util.List;
import java.util.Optional;

/// What is looked for: all clauses have to hold.
///
/// | written | finds |
/// |---|---|
/// | `conv relu` | layers and groups with both words in the name, the operator or a value |
/// | `conv\|gemm` | either word |
/// | `"conv1"` | a name, operator or value that is just this |
/// | `op:Conv` `name:…` `in:…` `out:…` | the word in this text only; `op:"Conv"` all of it |
/// | `shape:1x64` | a value with these dimensions in a row; `?` is any, quotes mean the whole shape |
/// | `dtype:int8` | a value of an element type that begins so |
/// | `attr:group` `attr:group=1` `attr:group>1` | layers with an attribute, with a value of it |
/// | `scope:…` | what is inside a subgraph, function or group |
/// | `group:…` | groups |
/// | `/regex/` `re:…` | a text that a regular expression matches a part of |
/// | `-word` | anything but that |
///
/// Upper and lower case are the same.
public final class Query {
    /// Finds nothing.
    public static final Query NONE = new Query("", List.of(), List.of());

    private final String text;
    private final List<Clause> clauses;
    private final List<QueryProblem> problems;

    Query(String text, List<Clause> clauses, List<QueryProblem> problems) {
        this.text = text.strip();
        this.clauses = List.copyOf(clauses);
        this.problems = List.copyOf(problems);
    }

    /// Reads a query as it is typed: never fails, what is wrong is among the problems.
    public static Query parse(String text) {
        return text.isBlank() ? NONE : new QueryParser(text).parse();
    }

    /// The query as it was written, without spaces around it.
    public String text() {
        return text;
    }

    /// Whether nothing is looked for.
    public boolean isEmpty() {
        return clauses.isEmpty() && problems.isEmpty();
    }

    /// What is wrong with the query; most of it shows while the query is being typed.
    public List<QueryProblem> problems() {
        return problems;
    }

    /// The problem that keeps the query from finding anything. A key that is not known is none: its
    /// word may be part of a name.
    Optional<QueryProblem> obstacle() {
        return problems.stream()
                .filter(p -> p instanceof WrongPattern || p instanceof UnknownType)
                .findFirst();
    }

    List<Clause> clauses() {
        return clauses;
    }

    /// Whether a layer is called just as the whole query reads: pasted identifiers have spaces.
    boolean isIdentifier(String layer) {
        return layer.length() == text.length() && layer.equalsIgnoreCase(text);
    }
}
