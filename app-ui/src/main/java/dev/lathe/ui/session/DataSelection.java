package dev.lathe.ui.session;

import dev.lathe.ui.session.Opener.SampleChoices;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The data that models are evaluated and calibrated with.
public final class DataSelection {
    private final ObjectProperty<Optional<DataChoice>> evaluation =
            new SimpleObjectProperty<>(this, "evaluation", Optional.empty());
    private final ObjectProperty<Optional<DataChoice>> calibration =
            new SimpleObjectProperty<>(this, "calibration", Optional.empty());

    DataSelection() {}

    /// The data to evaluate with. A new choice evaluates all versions again.
    public ObjectProperty<Optional<DataChoice>> evaluationProperty() {
        return evaluation;
    }

    /// The data to find ranges of activations with. A new choice makes the versions that depend on
    /// it again.
    public ObjectProperty<Optional<DataChoice>> calibrationProperty() {
        return calibration;
    }

    void clear() {
        evaluation.set(Optional.empty());
        calibration.set(Optional.empty());
    }

    void set(SampleChoices choices) {
        evaluation.set(Optional.of(choices.evaluation()));
        calibration.set(Optional.of(choices.calibration()));
    }
}
