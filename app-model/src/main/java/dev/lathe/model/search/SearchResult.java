package dev.lathe.model.search;

import java.util.List;
import java.util.Optional;

/// What a query found.
///
/// @param hits in the order of the model: a group before what is in it, a layer before what it
///   holds
/// @param problem what the user should know about the query, if anything
public record SearchResult(Query query, List<Hit> hits, Optional<QueryProblem> problem) {

    /// Nothing.
    public static final SearchResult NONE =
            new SearchResult(Query.NONE, List.of(), Optional.empty());

    public SearchResult {
        hits = List.copyOf(hits);
    }
}
