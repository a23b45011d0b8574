package dev.lathe.ui.versions;

/// Compares versions.
public interface Comparing {

    /// Compares two versions, by their steps.
    void versions(int before, int after);

    /// Asks for a file and compares a version with it.
    void withFile(int step);
}
