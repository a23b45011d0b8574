package dev.lathe.ui.export;

/// A part of a package, as it is listed before it is made.
///
/// @param path a file, or a folder with a slash at its end
/// @param key the end of the key of the words that say what it is for
record PackagePart(String path, String key) {}
