package dev.lathe.model.graph;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/// The file that an unedited model was read from.
///
/// @param file absolute
/// @param bytes the whole file, mapped, read-only
/// @param form how the file holds the model
/// @param binary the model in the form that runtimes read: the file itself or what is compressed in
///   it; empty if it is held as text
public record ModelOrigin(
        Path file, MemorySegment bytes, Form form, Optional<MemorySegment> binary) {

    /// How a file holds a model.
    public enum Form {
        /// As runtimes read it.
        BINARY,
        /// As the text form of the same message.
        TEXT,
        /// Binary, compressed with gzip.
        COMPRESSED,
        /// As text, compressed with gzip.
        COMPRESSED_TEXT;

        /// Whether the model is written as text, before anything is compressed.
        public boolean isText() {
            return this == TEXT || this == COMPRESSED_TEXT;
        }

        /// Whether the file is compressed.
        public boolean isCompressed() {
            return this == COMPRESSED || this == COMPRESSED_TEXT;
        }
    }

    /// A file that holds the model as runtimes read it.
    public ModelOrigin(Path file, MemorySegment bytes) {
        this(file, bytes, Form.BINARY, Optional.of(bytes));
    }

    /// Whether a runtime can read the file as it is.
    public boolean isRunnable() {
        return form == Form.BINARY;
    }
}
