package dev.lathe.model.search;

import dev.lathe.model.outline.Outline;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All layers and groups of a model, ready to be searched.
///
/// Immutable. Making one takes a moment; a search of 10,000 layers takes a few milliseconds.
public final class SearchIndex {
    /// The index of no model.
    public static final SearchIndex EMPTY =
            new SearchIndex(List.of(), new Tables(), Coverage.COMPLETE);

    private static final int BETWEEN_CHECKS = 256;

    private final List<Hit> entries;
    private final Tables tables;
    private final Coverage coverage;

    /// Whether all of a model is in an index.
    public enum Coverage {
        COMPLETE,
        /// Subgraphs and calls of functions were left out: together they are too large.
        PARTIAL
    }

    SearchIndex(List<Hit> entries, Tables tables, Coverage coverage) {
        this.entries = List.copyOf(entries);
        this.tables = tables;
        this.coverage = coverage;
    }

    /// The index of all graphs of a model and of their groups.
    public static SearchIndex of(Outline outline, Progress progress) throws InterruptedException {
        return new IndexBuilder(progress).build(outline);
    }

    /// The number of layers and groups.
    public int size() {
        return entries.size();
    }

    public Coverage coverage() {
        return coverage;
    }

    /// What a query finds.
    public SearchResult find(Query query, Progress progress) throws InterruptedException {
        var obstacle = query.obstacle();
        if (obstacle.isPresent() || query.isEmpty()) {
            return new SearchResult(query, List.of(), obstacle);
        }
        try {
            var hits = query.clauses().isEmpty() ? List.<Hit>of() : scan(query, progress);
            return new SearchResult(query, hits, remark(query, hits));
        } catch (Steps.Exhausted | StackOverflowError e) { // of java.util.regex
            return new SearchResult(query, List.of(), Optional.of(new QueryProblem.TooCostly()));
        }
    }

    /// Where the parts of a query are found in one of its hits, in the order of the query; parts
    /// that must not be there are left out.
    public List<Match> matches(Hit hit, Query query) {
        var steps = new Steps();
        return query.clauses().stream()
                .filter(Clause::isPositive)
                .map(clause -> new CompiledClause(clause, tables, steps))
                .flatMap(clause -> clause.match(hit).stream())
                .toList();
    }

    private List<Hit> scan(Query query, Progress progress) throws InterruptedException {
        var steps = new Steps();
        var clauses =
                query.clauses().stream().map(c -> new CompiledClause(c, tables, steps)).toList();
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < entries.size(); i++) {
            if (i % BETWEEN_CHECKS == 0) {
                progress.checkCancelled();
            }
            var entry = entries.get(i);
            if (isFound(entry, clauses) || query.isIdentifier(entry.id())) {
                hits.add(entry);
            }
        }
        return hits;
    }

    private static boolean isFound(Hit entry, List<CompiledClause> clauses) {
        for (CompiledClause clause : clauses) {
            if (!clause.test(entry)) {
                return false;
            }
        }
        return entry.kind() == Hit.Kind.LAYER
                || clauses.stream().anyMatch(clause -> clause.isNamed(entry));
    }

    /// What there is to say of a query that could be answered.
    private static Optional<QueryProblem> remark(Query query, List<Hit> hits) {
        return query.problems().stream()
                .filter(p -> p instanceof QueryProblem.NoValue || hits.isEmpty())
                .findFirst();
    }
}
