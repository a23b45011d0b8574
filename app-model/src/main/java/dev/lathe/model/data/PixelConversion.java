package dev.lathe.model.data;

import dev.lathe.model.data.Pixels.Depth;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/// Turns decoded images into plain pixels without any color management: the numbers in the file are
/// what a network was trained on.
final class PixelConversion {
    private static final int YCCK = 2;

    private PixelConversion() {}

    static Pixels of(BufferedImage image) {
        // Not getRGB for these: for grey it converts from linear light, which brightens.
        if (image.getColorModel() instanceof ComponentColorModel model) {
            if (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
                return ofBands(image, 1);
            }
            if (model.getColorSpace().getType() == ColorSpace.TYPE_RGB) {
                return ofBands(image, 3);
            }
        }
        return ofPacked(image);
    }

    /// Pixels of a raster of four inks. The inks are stored inverted, as Adobe's programs and all
    /// that follow them do.
    ///
    /// @param transform that of the Adobe segment
    static Pixels ofCmyk(Raster inks, int transform) {
        int height = inks.getHeight();
        int width = inks.getWidth();
        var samples = new float[height * width * 3];
        var pixel = new double[4];
        int to = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                inks.getPixel(x + inks.getMinX(), y + inks.getMinY(), pixel);
                if (transform == YCCK) {
                    toCmy(pixel);
                }
                for (int c = 0; c < 3; c++) {
                    samples[to++] = (float) Math.rint(pixel[c] * pixel[3] / 255);
                }
            }
        }
        return new Pixels(height, width, 3, samples, Depth.BYTES);
    }

    private static void toCmy(double[] ycck) {
        double luma = ycck[0];
        double blue = ycck[1] - 128;
        double red = ycck[2] - 128;
        ycck[0] = inverted(luma + 1.402 * red);
        ycck[1] = inverted(luma - 0.344136 * blue - 0.714136 * red);
        ycck[2] = inverted(luma + 1.772 * blue);
    }

    private static double inverted(double sample) {
        return 255 - Math.clamp(Math.rint(sample), 0, 255);
    }

    private static Pixels ofBands(BufferedImage image, int channels) {
        int height = image.getHeight();
        int width = image.getWidth();
        int max = (1 << image.getColorModel().getComponentSize(0)) - 1;
        int bands = image.getRaster().getNumBands();
        var samples = new float[height * width * channels];
        var row = new int[width * bands];
        int to = 0;
        for (int y = 0; y < height; y++) {
            image.getRaster().getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    int scaled = (row[x * bands + c] * 255 + max / 2) / max;
                    samples[to++] = scaled;
                }
            }
        }
        return new Pixels(height, width, channels, samples, Depth.BYTES);
    }

    private static Pixels ofPacked(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        var samples = new float[height * width * 3];
        var row = new int[width];
        boolean gray = true;
        int to = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                int red = argb >> 16 & 0xFF;
                int green = argb >> 8 & 0xFF;
                int blue = argb & 0xFF;
                samples[to++] = red;
                samples[to++] = green;
                samples[to++] = blue;
                gray &= red == green && green == blue;
            }
        }
        var color = new Pixels(height, width, 3, samples, Depth.BYTES);
        return gray ? color.toGray() : color;
    }
}
