package dev.lathe.ui.session;

import dev.lathe.resources.Sample;
import dev.lathe.resources.Samples;
import java.nio.file.Path;
import java.util.Optional;

/// Where a model is opened from: a file or a sample.
record ModelSource(String name, Optional<Path> file, Optional<Sample> sample) {

    ModelSource(Path file) {
        this(String.valueOf(file.getFileName()), Optional.of(file), Optional.empty());
    }

    ModelSource(String name, Sample sample) {
        this(name, Optional.empty(), Optional.of(sample));
    }

    /// Where an open model came from.
    static ModelSource of(OpenModel model) {
        return model.sample()
                .flatMap(Samples::find)
                .map(sample -> new ModelSource(model.name(), sample))
                .orElseGet(() -> new ModelSource(model.file()));
    }
}
