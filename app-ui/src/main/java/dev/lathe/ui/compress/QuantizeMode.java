package dev.lathe.ui.compress;

/// When the ranges of activations are found.
enum QuantizeMode {
    /// While the model runs.
    DYNAMIC,
    /// Beforehand, on calibration data.
    STATIC
}
