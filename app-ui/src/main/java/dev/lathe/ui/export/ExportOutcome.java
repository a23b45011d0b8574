package dev.lathe.ui.export;

import dev.lathe.export.pack.Verification;
import java.nio.file.Path;

/// A package that was written, and what checking it found.
record ExportOutcome(Path file, long bytes, Verification verification) {}
