package dev.lathe.model.graph;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// The file that an unedited model was read from.
///
/// @param file absolute
/// @param bytes the whole file, mapped, read-only
public record ModelOrigin(Path file, MemorySegment bytes) {}
