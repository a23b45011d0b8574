package dev.lathe.model.data;

import dev.lathe.model.data.Preprocess.Channels;
import dev.lathe.model.data.Preprocess.Layout;
import dev.lathe.model.graph.Tensor;
import java.util.List;

/// Applies a preprocessing: channels, resize, crop, scale, mean and std, layout, in this order.
final class Preprocessor {
    /// The name of the tensors it makes.
    static final String INPUT = "input";

    private final Preprocess preprocess;
    private final Channels channels;

    /// @param channels what {@link Channels#SOURCE} stands for
    Preprocessor(Preprocess preprocess, Channels channels) {
        this.preprocess = preprocess;
        this.channels = preprocess.channels() == Channels.SOURCE ? channels : preprocess.channels();
    }

    /// The input for an image.
    ///
    /// @param name what messages call the image
    Tensor apply(Pixels image, String name) throws DatasetException {
        var colored = channels == Channels.GRAY ? image.toGray() : image.toColor();
        var cropped = crop(resize(colored), name);
        return normalize(cropped, name);
    }

    /// The input for elements that are no image: scale, mean and std, sizes kept.
    Tensor applyToPlain(float[] elements, long[] sizes, String name) throws DatasetException {
        if (preprocess.resize().isPresent()
                || preprocess.crop().isPresent()
                || preprocess.mean().size() > 1
                || preprocess.std().size() > 1) {
            throw new DatasetException(
                    "Cannot resize, crop or normalize by channel "
                            + name
                            + ": it is no image; leave these out of the preprocessing");
        }
        var result = new float[elements.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = normalized(elements[i], 0);
        }
        return Tensor.ofFloats(INPUT, result, sizes);
    }

    private Pixels resize(Pixels image) {
        if (preprocess.resize().isEmpty()) {
            return image;
        }
        var sizes = preprocess.resize().get();
        if (sizes.size() == 2) {
            return Resampler.resize(image, sizes.getFirst(), sizes.getLast());
        }
        int side = sizes.getFirst();
        return image.height <= image.width
                ? Resampler.resize(image, side, longer(side, image.width, image.height))
                : Resampler.resize(image, longer(side, image.height, image.width), side);
    }

    private static int longer(int side, int longSide, int shortSide) {
        return (int) Math.min((long) side * longSide / shortSide, Preprocess.MAX_SIDE);
    }

    private Pixels crop(Pixels image, String name) throws DatasetException {
        if (preprocess.crop().isEmpty()) {
            return image;
        }
        var sizes = preprocess.crop().get();
        int height = sizes.getFirst();
        int width = sizes.getLast();
        if (height > image.height || width > image.width) {
            throw new DatasetException(
                    "Cannot crop "
                            + name
                            + " to "
                            + height
                            + "×"
                            + width
                            + ": it is only "
                            + image.height
                            + "×"
                            + image.width
                            + "; add a resize to the preprocessing");
        }
        int top = (int) Math.rint((image.height - height) / 2.0);
        int left = (int) Math.rint((image.width - width) / 2.0);
        return image.crop(top, left, height, width);
    }

    private Tensor normalize(Pixels image, String name) throws DatasetException {
        int count = image.channels;
        if (preprocess.mean().size() > count || preprocess.std().size() > count) {
            throw new DatasetException(
                    "Cannot normalize "
                            + name
                            + ": mean and std have more channels than the image, which is grey");
        }
        int pixels = image.height * image.width;
        var result = new float[pixels * count];
        for (int c = 0; c < count; c++) {
            int source = channels == Channels.BGR ? count - 1 - c : c;
            for (int pixel = 0; pixel < pixels; pixel++) {
                int to =
                        preprocess.layout() == Layout.NCHW ? c * pixels + pixel : pixel * count + c;
                result[to] = normalized(image.samples[pixel * count + source], c);
            }
        }
        return preprocess.layout() == Layout.NCHW
                ? Tensor.ofFloats(INPUT, result, count, image.height, image.width)
                : Tensor.ofFloats(INPUT, result, image.height, image.width, count);
    }

    private float normalized(float sample, int channel) {
        double mean = of(preprocess.mean(), channel, 0);
        double std = of(preprocess.std(), channel, 1);
        return (float) ((sample * preprocess.scale() - mean) / std);
    }

    private static double of(List<Double> numbers, int channel, double absent) {
        return numbers.isEmpty() ? absent : numbers.get(Math.min(channel, numbers.size() - 1));
    }
}
