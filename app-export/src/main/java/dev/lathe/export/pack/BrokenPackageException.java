package dev.lathe.export.pack;

import java.io.Serial;

/// A package that is not as packages are, with a clause for people.
final class BrokenPackageException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String clause;

    BrokenPackageException(String clause) {
        super(clause);
        this.clause = clause;
    }

    BrokenPackageException(String clause, Throwable cause) {
        super(clause, cause);
        this.clause = clause;
    }

    String clause() {
        return clause;
    }
}
