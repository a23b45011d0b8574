package dev.lathe.export.pack;

import dev.lathe.model.data.Dataset;

/// The data that ranges were measured on.
///
/// @param fingerprint identifies the list of samples
public record CalibrationData(int samples, String fingerprint) {

    /// What is known of a data set all of whose samples were used.
    public static CalibrationData of(Dataset data) {
        return new CalibrationData(data.size(), data.fingerprint());
    }
}
