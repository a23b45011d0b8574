package dev.lathe.samples.train.net;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.lathe.samples.train.data.LabelledImages;
import dev.lathe.samples.train.data.Normalization;

/// Something that gives ten logits to each image.
@FunctionalInterface
public interface Classifier {

    /// The logits of `count` images, ten after ten.
    ///
    /// @param images normalized images, `[count, 1, 28, 28]`
    float[] logits(float[] images, int count);

    /// The classifier that a DJL model with values is.
    static Classifier of(Model model) {
        return (images, count) -> {
            try (NDManager scratch = model.getNDManager().newSubManager()) {
                var input =
                        scratch.create(
                                images,
                                new Shape(count, 1, LabelledImages.SIDE, LabelledImages.SIDE));
                return model.getBlock()
                        .forward(new ParameterStore(scratch, false), new NDList(input), false)
                        .singletonOrThrow()
                        .toFloatArray();
            }
        };
    }

    /// How well this does on some images.
    default Accuracy accuracy(LabelledImages images) {
        int correct = 0;
        int batch = 250;
        for (int first = 0; first < images.count(); first += batch) {
            int count = Math.min(batch, images.count() - first);
            float[] logits = logits(Normalization.batch(images, first, count), count);
            for (int image = 0; image < count; image++) {
                if (largest(logits, image * LabelledImages.CLASSES)
                        == images.label(first + image)) {
                    correct++;
                }
            }
        }
        return new Accuracy(correct, images.count());
    }

    private static int largest(float[] logits, int offset) {
        int best = 0;
        for (int index = 1; index < LabelledImages.CLASSES; index++) {
            if (logits[offset + index] > logits[offset + best]) {
                best = index;
            }
        }
        return best;
    }

    /// How many images were given their own class.
    record Accuracy(int correct, int count) {

        /// The part that is correct, 0 to 1.
        public double top1() {
            return correct / (double) count;
        }
    }
}
