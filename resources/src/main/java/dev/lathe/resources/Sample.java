package dev.lathe.resources;

import java.util.Optional;

/// A model that comes with Lathe.
///
/// @param id stable, in kebab case; also the name of its folder
/// @param data what it can be evaluated and calibrated with
public record Sample(String id, Optional<SampleData> data) {

    /// The key of its title in the message files.
    public String titleKey() {
        return "sample." + id + ".title";
    }

    /// The key of a sentence about it in the message files.
    public String textKey() {
        return "sample." + id + ".text";
    }

    /// Labelled data of a sample.
    ///
    /// @param evaluation the file to evaluate with
    /// @param calibration the file to calibrate with
    /// @param preset the name of the preprocessing
    public record SampleData(String evaluation, String calibration, String preset) {}
}
