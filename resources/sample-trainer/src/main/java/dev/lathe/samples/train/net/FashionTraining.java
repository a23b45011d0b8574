package dev.lathe.samples.train.net;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.AdamW;
import dev.lathe.samples.train.data.Augmentation;
import dev.lathe.samples.train.data.LabelledImages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/// Trains the image classifier with AdamW and a cosine learning rate.
///
/// @param epochs passes over the training images
/// @param batch images per step
/// @param peakRate the highest learning rate
/// @param weightDecay decay of AdamW
/// @param seed where every random choice starts
public record FashionTraining(int epochs, int batch, float peakRate, float weightDecay, long seed) {
    /// The name of the model, and of its file of parameters.
    public static final String NAME = "fashion-cnn";

    /// What the bundled model was trained with.
    public static FashionTraining bundled() {
        return new FashionTraining(12, 128, 3e-3f, 0.02f, 20_250_101);
    }

    /// Trains on all images and leaves the parameters in a folder, anew after each epoch.
    public void run(LabelledImages images, LabelledImages test, Path folder, PrintStream log)
            throws IOException {
        Engine.getInstance().setRandomSeed((int) seed);
        var net = new TorchNet(FashionNet.layers());
        int steps = images.count() / batch * epochs;
        try (Model model = Model.newInstance(NAME, Device.cpu())) {
            model.setBlock(net.block());
            try (Trainer trainer = model.newTrainer(config(steps))) {
                trainer.initialize(new Shape(batch, 1, LabelledImages.SIDE, LabelledImages.SIDE));
                var order = new Shuffle(images.count(), new Random(seed));
                var augmentation = new Augmentation(new Random(seed + 1));
                for (int epoch = 1; epoch <= epochs; epoch++) {
                    Instant start = Instant.now();
                    order.shuffle();
                    double loss = epoch(trainer, images, order, augmentation);
                    model.save(folder, NAME);
                    Duration took = Duration.between(start, Instant.now());
                    double correct = Classifier.of(model).accuracy(test).top1();
                    log.printf(
                            Locale.ROOT,
                            "epoch %d: loss %.4f, test top-1 %.4f, %d s%n",
                            epoch,
                            loss,
                            correct,
                            took.toSeconds());
                }
            }
        }
    }

    private DefaultTrainingConfig config(int steps) {
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optInitializer(
                        new XavierInitializer(RandomType.GAUSSIAN, FactorType.IN, 2),
                        Parameter.Type.WEIGHT)
                .optOptimizer(
                        AdamW.builder()
                                .optLearningRateTracker(
                                        new CosineRate(peakRate, steps / (2 * epochs), steps))
                                .optWeightDecays(weightDecay)
                                .build());
    }

    private double epoch(
            Trainer trainer, LabelledImages images, Shuffle order, Augmentation augmentation) {
        double total = 0;
        int batches = images.count() / batch;
        for (int index = 0; index < batches; index++) {
            total += step(trainer, images, order, index * batch, augmentation);
        }
        return total / batches;
    }

    private float step(
            Trainer trainer,
            LabelledImages images,
            Shuffle order,
            int first,
            Augmentation augmentation) {
        var pixels = new float[batch * LabelledImages.PIXELS];
        var labels = new long[batch];
        for (int slot = 0; slot < batch; slot++) {
            int image = order.get(first + slot);
            augmentation.draw(images, image, pixels, slot * LabelledImages.PIXELS);
            labels[slot] = images.label(image);
        }
        try (NDManager scratch = trainer.getManager().newSubManager()) {
            NDArray input =
                    scratch.create(
                            pixels, new Shape(batch, 1, LabelledImages.SIDE, LabelledImages.SIDE));
            NDArray target = scratch.create(labels);
            float loss;
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDList output = trainer.forward(new NDList(input));
                NDArray error = trainer.getLoss().evaluate(new NDList(target), output);
                collector.backward(error);
                loss = error.getFloat();
            }
            trainer.step();
            return loss;
        }
    }
}
