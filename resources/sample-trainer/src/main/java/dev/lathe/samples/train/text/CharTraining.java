package dev.lathe.samples.train.text;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.UniformInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.AdamW;
import dev.lathe.samples.train.net.CosineRate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/// Trains the character model on stretches of text that start anywhere, each from an empty state.
///
/// @param steps how many batches
/// @param batch stretches per step
/// @param length characters per stretch
/// @param peakRate the highest learning rate
/// @param weightDecay decay of AdamW
/// @param seed where every random choice starts
public record CharTraining(
        int steps, int batch, int length, float peakRate, float weightDecay, long seed) {
    /// The name of the model, and of its file of parameters.
    public static final String NAME = "char-gru";

    private static final int REPORT_STEPS = 500;

    /// What the bundled model was trained with.
    public static CharTraining bundled() {
        return new CharTraining(3_000, 64, 100, 4e-3f, 0.02f, 20_250_102);
    }

    /// Trains, and leaves the parameters in a folder at the end.
    public void run(Corpus corpus, Path folder, PrintStream log) throws IOException {
        Engine.getInstance().setRandomSeed((int) seed);
        var random = new Random(seed);
        try (Model model = Model.newInstance(NAME, Device.cpu())) {
            model.setBlock(new CharGru(corpus.vocabulary().size()));
            try (Trainer trainer = model.newTrainer(config())) {
                trainer.initialize(new Shape(length, batch));
                double total = 0;
                for (int step = 1; step <= steps; step++) {
                    total += step(trainer, corpus.training(), random);
                    if (step % REPORT_STEPS == 0) {
                        log.printf(
                                Locale.ROOT,
                                "step %d: training %.4f, held out %.4f bits per character%n",
                                step,
                                total / REPORT_STEPS / Math.log(2),
                                NextCharacter.of(model).bitsPerCharacter(corpus.heldOut()));
                        total = 0;
                    }
                }
            }
            model.save(folder, NAME);
        }
    }

    private DefaultTrainingConfig config() {
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optInitializer(
                        new UniformInitializer((float) (1 / Math.sqrt(CharGru.HIDDEN))),
                        Parameter.Type.WEIGHT)
                .optOptimizer(
                        AdamW.builder()
                                .optLearningRateTracker(new CosineRate(peakRate, steps / 20, steps))
                                .optWeightDecays(weightDecay)
                                .optClipGrad(1)
                                .build());
    }

    private float step(Trainer trainer, Tokens text, Random random) {
        int[] starts = random.ints(batch, 0, text.count() - length).toArray();
        long[] rows = text.sideBySide(starts, length + 1);
        try (NDManager scratch = trainer.getManager().newSubManager()) {
            NDArray all = scratch.create(rows, new Shape(length + 1, batch));
            NDArray input = all.get("0:" + length);
            NDArray next = all.get("1:" + (length + 1));
            float loss;
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDArray logits = trainer.forward(new NDList(input)).get(0);
                NDArray error =
                        trainer.getLoss()
                                .evaluate(
                                        new NDList(next.reshape(-1).toType(DataType.INT64, false)),
                                        new NDList(
                                                logits.reshape(
                                                        (long) length * batch, logits.size(2))));
                collector.backward(error);
                loss = error.getFloat();
            }
            trainer.step();
            return loss;
        }
    }
}
