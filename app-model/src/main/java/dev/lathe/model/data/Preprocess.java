package dev.lathe.model.data;

import java.util.List;
import java.util.Optional;

/// How an image becomes the input of a model: resize, crop, scale, `(x − mean) / std`, layout.
///
/// @param resize height and width in pixels; one number is the shorter side
/// @param crop height and width of the centre crop; one number is both
/// @param scale what each 0–255 sample is multiplied by before mean and std
/// @param mean one per channel in the order of the channels, or one for all; empty for 0
/// @param std one per channel in the order of the channels, or one for all; empty for 1
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

    /// The largest height or width that can be asked for.
    public static final int MAX_SIDE = 4_096;

    /// The order of the dimensions.
    public enum Layout {
        NCHW,
        NHWC
    }

    /// The channels and their order.
    public enum Channels {
        RGB,
        BGR,
        GRAY,
        /// As the data has them: one for grey data, red-green-blue for colour; the first image of a
        /// folder decides for all of them.
        SOURCE
    }

    /// Samples as they are, 0–255.
    public static final Preprocess NONE =
            new Preprocess(
                    Optional.empty(),
                    Optional.empty(),
                    Layout.NCHW,
                    Channels.SOURCE,
                    1,
                    List.of(),
                    List.of(),
                    List.of());

    /// @throws IllegalArgumentException with a clause for people if a field makes no sense
    public Preprocess {
        resize = resize.map(sizes -> checkedSizes("resize", sizes));
        crop = crop.map(sizes -> checkedSizes("crop", sizes));
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        labels = List.copyOf(labels);
        if (!Double.isFinite(scale) || scale == 0) {
            throw new IllegalArgumentException("'scale' must be a number other than 0");
        }
        checkPerChannel("mean", mean, channels);
        checkPerChannel("std", std, channels);
        if (std.contains(0.0)) {
            throw new IllegalArgumentException("'std' must not hold 0");
        }
        if (labels.stream().distinct().count() != labels.size()) {
            throw new IllegalArgumentException("'labels' must not name a class twice");
        }
    }

    /// This preprocessing with other class names.
    public Preprocess withLabels(List<String> names) {
        return new Preprocess(resize, crop, layout, channels, scale, mean, std, names);
    }

    private static List<Integer> checkedSizes(String field, List<Integer> sizes) {
        boolean sensible =
                (sizes.size() == 1 || sizes.size() == 2)
                        && sizes.stream().allMatch(size -> size > 0 && size <= MAX_SIDE);
        if (!sensible) {
            throw new IllegalArgumentException(
                    "'"
                            + field
                            + "' must be one number or [height, width], each from 1 to "
                            + MAX_SIDE);
        }
        return List.copyOf(sizes);
    }

    private static void checkPerChannel(String field, List<Double> numbers, Channels channels) {
        boolean fits =
                switch (channels) {
                    case GRAY -> numbers.size() <= 1;
                    case RGB, BGR, SOURCE -> numbers.size() <= 1 || numbers.size() == 3;
                };
        if (!fits || !numbers.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "'" + field + "' must hold one number for all channels or one for each");
        }
    }
}
