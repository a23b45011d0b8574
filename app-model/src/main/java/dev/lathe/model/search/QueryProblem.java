package dev.lathe.model.search;

import java.util.Optional;

/// What is wrong with a query, in a form that can be said in any language.
public sealed interface QueryProblem {

    /// A word before a colon that is no key.
    ///
    /// @param key as it was written
    /// @param meant the key that was probably meant
    record UnknownKey(String key, Optional<String> meant) implements QueryProblem {}

    /// A key with nothing after its colon.
    record NoValue(String key) implements QueryProblem {}

    /// Text that is no regular expression.
    ///
    /// @param position of the character where that shows, from 1; 0 if it is not known
    record WrongPattern(String pattern, int position) implements QueryProblem {}

    /// A word that no element type begins with.
    record UnknownType(String word) implements QueryProblem {}

    /// A regular expression that needs too many steps.
    record TooCostly() implements QueryProblem {}
}
