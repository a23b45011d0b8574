package dev.lathe.samples.train;

import java.util.Arrays;
import java.util.Locale;

/// What the trainer can do. Writing a model needs the parameters that training left behind.
enum Step {
    DATA,
    TRAIN_FASHION,
    WRITE_FASHION,
    TRAIN_CHARS,
    WRITE_CHARS;

    /// The step of a label.
    ///
    /// @throws IllegalArgumentException if there is none
    static Step named(String label) {
        return Arrays.stream(values())
                .filter(step -> step.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "No step is called "
                                        + label
                                        + "; there are "
                                        + Arrays.stream(values()).map(Step::label).toList()));
    }

    /// The name on the command line, `train-fashion`.
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
