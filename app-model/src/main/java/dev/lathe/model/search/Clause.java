package dev.lathe.model.search;

/// A term that has to hold, or that must not.
record Clause(Term term, Sense sense) {
    enum Sense {
        IS,
        IS_NOT
    }

    boolean isPositive() {
        return sense == Sense.IS;
    }
}
