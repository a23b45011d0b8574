package dev.lathe.model.data;

/// Pixels of an image, interleaved: all channels of a pixel, then the next pixel of the row.
final class Pixels {
    /// Whether samples are whole numbers from 0 to 255.
    enum Depth {
        BYTES,
        FLOATS
    }

    final int height;
    final int width;

    /// 1 for grey, 3 for red, green, blue.
    final int channels;

    final float[] samples;
    final Depth depth;

    /// A raster over the given samples, which are not copied.
    Pixels(int height, int width, int channels, float[] samples, Depth depth) {
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.samples = samples;
        this.depth = depth;
    }

    /// The rectangle with the given upper left corner.
    Pixels crop(int top, int left, int cropHeight, int cropWidth) {
        var cut = new float[cropHeight * cropWidth * channels];
        int row = cropWidth * channels;
        for (int y = 0; y < cropHeight; y++) {
            System.arraycopy(samples, ((top + y) * width + left) * channels, cut, y * row, row);
        }
        return new Pixels(cropHeight, cropWidth, channels, cut, depth);
    }

    /// The luma of ITU-R BT.601, with the 16-bit weights and the rounding that Pillow's
    /// `convert("L")` has.
    Pixels toGray() {
        if (channels == 1) {
            return this;
        }
        var gray = new float[height * width];
        for (int pixel = 0; pixel < gray.length; pixel++) {
            double luma =
                    (19595.0 * samples[3 * pixel]
                                    + 38470.0 * samples[3 * pixel + 1]
                                    + 7471.0 * samples[3 * pixel + 2])
                            / 65536;
            gray[pixel] = (float) (depth == Depth.BYTES ? Math.floor(luma + 0.5) : luma);
        }
        return new Pixels(height, width, 1, gray, depth);
    }

    /// Three channels; grey is repeated.
    Pixels toColor() {
        if (channels == 3) {
            return this;
        }
        var color = new float[height * width * 3];
        for (int i = 0; i < color.length; i++) {
            color[i] = samples[i / 3];
        }
        return new Pixels(height, width, 3, color, depth);
    }
}
