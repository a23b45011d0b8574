package dev.lathe.model.graph;

/// Something odd in a file that could be opened all the same.
///
/// @param code stable, in kebab case
/// @param message one sentence in English
public record ModelWarning(String code, String message) {}
