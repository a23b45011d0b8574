package dev.lathe.samples.train.data;

import java.util.random.RandomGenerator;

/// Shows an image a little differently each time: mirrored half of the time, and moved by up to two
/// pixels along each axis. What moves in from outside is black.
public record Augmentation(RandomGenerator random) {
    private static final int REACH = 2;

    /// Writes a changed view of an image, normalized, into `target` from `offset` on.
    public void draw(LabelledImages images, int image, float[] target, int offset) {
        boolean mirrored = random.nextBoolean();
        int down = random.nextInt(-REACH, REACH + 1);
        int right = random.nextInt(-REACH, REACH + 1);
        int next = offset;
        for (int row = 0; row < LabelledImages.SIDE; row++) {
            for (int column = 0; column < LabelledImages.SIDE; column++) {
                int from = mirrored ? LabelledImages.SIDE - 1 - column : column;
                target[next++] = Normalization.of(pixel(images, image, row - down, from - right));
            }
        }
    }

    private static int pixel(LabelledImages images, int image, int row, int column) {
        boolean inside =
                row >= 0
                        && row < LabelledImages.SIDE
                        && column >= 0
                        && column < LabelledImages.SIDE;
        return inside ? images.pixel(image, row, column) : 0;
    }
}
