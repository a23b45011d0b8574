package dev.lathe.profiler.runner;

import dev.lathe.model.run.ModelRunException;
import java.io.IOException;
import java.time.Duration;

/// What a runner is asked to do, for the sentence that says that it failed.
///
/// @param verb "load", "run"
/// @param limit how long it may take
record Step(String verb, String model, Duration limit) {

    ModelRunException refused(RunnerRefusal reason) {
        return new ModelRunException(sentence(reason.words()), reason);
    }

    ModelRunException failed(RunnerFailure reason) {
        return new ModelRunException(
                sentence(reason.clause() + "; the next use starts a new one"), reason);
    }

    ModelRunException failed(IOException reason) {
        return new ModelRunException(
                sentence("the runner process answered garbage: " + reason.getMessage()), reason);
    }

    private String sentence(String clause) {
        return "Cannot " + verb + " " + model + ": " + clause;
    }
}
