package dev.lathe.runner;

import java.nio.file.Path;
import java.util.List;

/// A library that executes models.
interface ModelRuntime {

    /// The name as people write it.
    String name();

    String version();

    /// Loads a model.
    RuntimeSession open(Opening opening) throws RuntimeFailure;

    /// Has a model written down as it is after loading.
    ///
    /// @throws RuntimeFailure if the runtime cannot do this, too
    void save(Saving saving) throws RuntimeFailure;

    /// What is to be loaded and how.
    ///
    /// @param path the model file
    /// @param inputs what the host calls the inputs, in the order of the file; empty if the names
    ///   in the file are right
    /// @param outputs the same for the outputs
    record Opening(Path path, SessionSettings settings, List<String> inputs, List<String> outputs) {
        public Opening {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /// What is to be written down and where.
    record Saving(Path path, Path target, SavedForm form, Optimization optimization) {}
}
