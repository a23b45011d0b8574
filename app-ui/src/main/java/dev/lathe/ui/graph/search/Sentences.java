package dev.lathe.ui.graph.search;

import dev.lathe.model.search.QueryProblem;
import dev.lathe.model.search.QueryProblem.NoValue;
import dev.lathe.model.search.QueryProblem.TooCostly;
import dev.lathe.model.search.QueryProblem.UnknownKey;
import dev.lathe.model.search.QueryProblem.UnknownType;
import dev.lathe.model.search.QueryProblem.WrongPattern;
import dev.lathe.ui.text.Texts;

/// What is wrong with a query, in a sentence.
final class Sentences {
    private Sentences() {}

    static String of(QueryProblem problem, Texts texts) {
        return switch (problem) {
            case UnknownKey(var key, var meant) ->
                    meant.map(m -> texts.now("graph.search.problem.key.meant", key, m))
                            .orElseGet(() -> texts.now("graph.search.problem.key", key));
            case NoValue(var key) ->
                    texts.now("graph.search.problem.value", key, QueryHelp.example(key));
            case WrongPattern(var pattern, int position) ->
                    position > 0
                            ? texts.now("graph.search.problem.pattern.at", pattern, position)
                            : texts.now("graph.search.problem.pattern", pattern);
            case UnknownType(var word) -> texts.now("graph.search.problem.type", word);
            case TooCostly _ -> texts.now("graph.search.problem.costly");
        };
    }

    /// Whether the query only waits to be typed on.
    static boolean isHint(QueryProblem problem) {
        return problem instanceof NoValue;
    }
}
