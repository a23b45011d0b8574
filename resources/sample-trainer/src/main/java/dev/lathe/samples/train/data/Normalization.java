package dev.lathe.samples.train.data;

import java.util.List;

/// From bytes to what the network is fed: pixels in 0 to 1, less the mean of the training images,
/// divided by their standard deviation.
public final class Normalization {
    /// Mean of all pixels of the 60,000 training images, in 0 to 1.
    public static final float MEAN = 0.2860f;

    /// Standard deviation of all pixels of the 60,000 training images, in 0 to 1.
    public static final float DEVIATION = 0.3530f;

    /// What the classes are, in the order of their numbers.
    public static final List<String> LABELS =
            List.of(
                    "T-shirt/top",
                    "Trouser",
                    "Pullover",
                    "Dress",
                    "Coat",
                    "Sandal",
                    "Shirt",
                    "Sneaker",
                    "Bag",
                    "Ankle boot");

    private Normalization() {}

    /// The network's value for a pixel from 0 to 255.
    public static float of(int pixel) {
        return (pixel / 255f - MEAN) / DEVIATION;
    }

    /// Some images in a row, starting with `first`, each row by row.
    public static float[] batch(LabelledImages images, int first, int count) {
        var values = new float[count * LabelledImages.PIXELS];
        int next = 0;
        for (int image = first; image < first + count; image++) {
            for (int row = 0; row < LabelledImages.SIDE; row++) {
                for (int column = 0; column < LabelledImages.SIDE; column++) {
                    values[next++] = of(images.pixel(image, row, column));
                }
            }
        }
        return values;
    }
}
