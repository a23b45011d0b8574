package dev.lathe.export.pack;

import java.util.List;

/// What a check of a package found.
///
/// @param valid whether there are no problems
/// @param files how many files of the package were checked
/// @param problems one sentence each
public record Verification(boolean valid, int files, List<String> problems) {

    public Verification {
        problems = List.copyOf(problems);
    }
}
