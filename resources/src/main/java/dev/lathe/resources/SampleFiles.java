package dev.lathe.resources;

import java.nio.file.Path;
import java.util.Optional;

/// Where the files of a sample are.
public record SampleFiles(Path model, Optional<Path> evaluation, Optional<Path> calibration) {}
