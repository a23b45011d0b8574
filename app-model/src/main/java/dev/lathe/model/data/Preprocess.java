package dev.lathe.model.data;

import java.util.List;
import java.util.Optional;

/// How an image becomes the input of a model: resize, crop, scale, `(x − mean) / std`, layout.
///
/// @param resize height and width in pixels; one number is the shorter side
/// @param crop height and width of the centre crop
/// @param scale what each 0–255 sample is multiplied by before mean and std
/// @param mean one per channel, or one for all; empty for 0
/// @param std one per channel, or one for all; empty for 1
/// @param labels class names in the order of the outputs; empty for the sorted folder names
public record Preprocess(
        Optional<List<Integer>> resize,
        Optional<List<Integer>> crop,
        Layout layout,
        Channels channels,
        double scale,
        List<Double> mean,
        List<Double> std,
        List<String> labels) {

    /// The order of the dimensions.
    public enum Layout {
        NCHW,
        NHWC
    }

    /// The channels and their order.
    public enum Channels {
        RGB,
        BGR,
        GRAY
    }

    public Preprocess {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        labels = List.copyOf(labels);
    }
}
