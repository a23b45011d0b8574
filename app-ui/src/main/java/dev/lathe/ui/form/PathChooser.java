package dev.lathe.ui.form;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks people for files and folders.
public interface PathChooser {

    /// A file to read.
    Optional<Path> openFile(Request request);

    /// A file to write, which may not exist yet.
    Optional<Path> saveFile(Request request);

    /// A folder.
    Optional<Path> openFolder(Request request);

    /// What is asked for.
    ///
    /// @param title of the question
    /// @param kind what such files are called
    /// @param patterns of their names, such as `*.json`
    /// @param suggestedName of a file to write; empty for none
    record Request(String title, String kind, List<String> patterns, String suggestedName) {
        public Request {
            patterns = List.copyOf(patterns);
        }

        /// A request for a file to read or a folder.
        public Request(String title, String kind, List<String> patterns) {
            this(title, kind, patterns, "");
        }
    }
}
