package dev.lathe.resources.operator;

import java.util.Optional;

/// What an operator does, in one language.
public final class OperatorPage {
    private final String key;
    private final String summary;
    private final Optional<String> formula;
    private final WordTable words;

    OperatorPage(String key, String summary, Optional<String> formula, WordTable words) {
        this.key = key;
        this.summary = summary;
        this.formula = formula;
        this.words = words;
    }

    /// One to three sentences.
    public String summary() {
        return summary;
    }

    /// What it computes, as a formula.
    public Optional<String> formula() {
        return formula;
    }

    /// What an input, output or attribute means, in a few words.
    public Optional<String> meaning(String parameter) {
        return words.meaning(key, parameter);
    }
}
