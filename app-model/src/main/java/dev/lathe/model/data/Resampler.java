package dev.lathe.model.data;

import dev.lathe.model.data.Pixels.Depth;

/// Antialiased bilinear resampling: a triangle filter that is as wide as the pixels of the coarser
/// grid, along rows first, then along columns. Weights are rounded to 22 bits and 8-bit images are
/// rounded after each pass, so that they come out as from Pillow's `resize(…, BILINEAR)`.
final class Resampler {
    private static final double WEIGHT_STEPS = 1 << 22;

    private Resampler() {}

    static Pixels resize(Pixels image, int height, int width) {
        var wide = width == image.width ? image : resizeRows(image, width);
        return height == wide.height ? wide : resizeColumns(wide, height);
    }

    private static Pixels resizeRows(Pixels image, int width) {
        var result = new float[image.height * width * image.channels];
        for (int x = 0; x < width; x++) {
            var window = Window.of(x, image.width, width);
            for (int y = 0; y < image.height; y++) {
                int from = (y * image.width + window.first) * image.channels;
                int to = (y * width + x) * image.channels;
                for (int c = 0; c < image.channels; c++) {
                    result[to + c] =
                            window.apply(image.samples, from + c, image.channels, image.depth);
                }
            }
        }
        return new Pixels(image.height, width, image.channels, result, image.depth);
    }

    private static Pixels resizeColumns(Pixels image, int height) {
        int row = image.width * image.channels;
        var result = new float[height * row];
        for (int y = 0; y < height; y++) {
            var window = Window.of(y, image.height, height);
            for (int i = 0; i < row; i++) {
                result[y * row + i] =
                        window.apply(image.samples, window.first * row + i, row, image.depth);
            }
        }
        return new Pixels(height, image.width, image.channels, result, image.depth);
    }

    /// The source positions that one target position is made of, with their weights.
    private static final class Window {
        final int first;
        final double[] weights;

        private Window(int first, double[] weights) {
            this.first = first;
            this.weights = weights;
        }

        static Window of(int target, int sourceSize, int targetSize) {
            double scale = (double) sourceSize / targetSize;
            double support = Math.max(scale, 1);
            double center = (target + 0.5) * scale;
            int first = Math.max((int) (center - support + 0.5), 0);
            int end = Math.min((int) (center + support + 0.5), sourceSize);
            var weights = new double[end - first];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.max(0, 1 - Math.abs((first + i - center + 0.5) / support));
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.floor(weights[i] / sum * WEIGHT_STEPS + 0.5) / WEIGHT_STEPS;
            }
            return new Window(first, weights);
        }

        float apply(float[] samples, int start, int stride, Depth depth) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * samples[start + i * stride];
            }
            return (float)
                    switch (depth) {
                        case BYTES -> Math.clamp(Math.floor(sum + 0.5), 0, 255);
                        case FLOATS -> sum;
                    };
        }
    }
}
