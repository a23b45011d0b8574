package dev.lathe.samples.train.data;

import java.util.Arrays;

/// Grey images of 28 × 28 bytes, each with the number of its class.
public final class LabelledImages {
    /// Rows, and columns, of one image.
    public static final int SIDE = 28;

    /// Bytes of one image.
    public static final int PIXELS = SIDE * SIDE;

    /// Number of classes.
    public static final int CLASSES = 10;

    private final byte[] pixels;
    private final byte[] labels;

    LabelledImages(byte[] pixels, byte[] labels) {
        if (pixels.length != labels.length * PIXELS) {
            throw new IllegalArgumentException(
                    pixels.length + " bytes are not " + labels.length + " images of 28 x 28");
        }
        this.pixels = pixels.clone();
        this.labels = labels.clone();
    }

    /// How many images there are.
    public int count() {
        return labels.length;
    }

    /// The class of an image, from 0 to 9.
    public int label(int image) {
        return labels[image];
    }

    /// The brightness, 0 to 255, of one pixel of an image.
    public int pixel(int image, int row, int column) {
        return pixels[image * PIXELS + row * SIDE + column] & 0xFF;
    }

    /// The first `perClass` images of every class, in the order they have here.
    public LabelledImages firstOfEachClass(int perClass) {
        var pickedPixels = new byte[perClass * CLASSES * PIXELS];
        var pickedLabels = new byte[perClass * CLASSES];
        var seen = new int[CLASSES];
        int picked = 0;
        for (int image = 0; image < count(); image++) {
            if (seen[label(image)]++ < perClass) {
                System.arraycopy(pixels, image * PIXELS, pickedPixels, picked * PIXELS, PIXELS);
                pickedLabels[picked++] = labels[image];
            }
        }
        return new LabelledImages(
                Arrays.copyOf(pickedPixels, picked * PIXELS), Arrays.copyOf(pickedLabels, picked));
    }

    byte[] pixels() {
        return pixels.clone();
    }

    byte[] labels() {
        return labels.clone();
    }
}
