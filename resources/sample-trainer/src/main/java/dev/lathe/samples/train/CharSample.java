package dev.lathe.samples.train;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import dev.lathe.samples.train.net.Weights;
import dev.lathe.samples.train.onnx.CharGruOnnx;
import dev.lathe.samples.train.onnx.OnnxModel;
import dev.lathe.samples.train.text.CharGru;
import dev.lathe.samples.train.text.CharTraining;
import dev.lathe.samples.train.text.Corpus;
import dev.lathe.samples.train.text.NextCharacter;
import dev.lathe.samples.train.text.Speech;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/// The character model.
record CharSample(Places places, PrintStream log) {
    private static final String TITLE = "OPTICKS:";
    private static final double TEMPERATURE = 0.6;
    private static final int SPOKEN = 300;
    private static final int COMPARED = 1_000;

    /// Trains the model. Its parameters stay in the work folder.
    void train() throws IOException {
        CharTraining.bundled().run(corpus(), places.work(), log);
    }

    /// Writes the trained model as ONNX and compares what ONNX Runtime makes of the file with what
    /// it was written from.
    void writeModel() throws IOException {
        Corpus corpus = corpus();
        Path file = places.chars().resolve("model.onnx");
        var net = new CharGru(corpus.vocabulary().size());
        try (Model model = Model.newInstance(CharTraining.NAME, Device.cpu())) {
            model.setBlock(net);
            model.load(places.work(), CharTraining.NAME);
            Weights weights = net.weights();
            CharGruOnnx.write(weights, corpus.vocabulary(), file);
            log.printf(
                    "%s: %d parameters, %d characters in the vocabulary, %d trained on, %d held"
                            + " out%n",
                    file,
                    weights.trainableCount(),
                    corpus.vocabulary().size(),
                    corpus.training().count(),
                    corpus.heldOut().count());
            try (var onnx = new OnnxModel(file)) {
                report("trained", NextCharacter.of(model), corpus);
                report("written", onnx.reader(), corpus);
                log.printf(
                        Locale.ROOT,
                        "largest difference of a logit or a state: %.2e%n",
                        difference(NextCharacter.of(model), onnx.reader(), corpus));
            }
        } catch (MalformedModelException e) {
            throw new IOException("Cannot read the parameters in " + places.work(), e);
        }
    }

    private void report(String what, NextCharacter reader, Corpus corpus) {
        log.printf(
                Locale.ROOT,
                "%s: %.4f bits per character held out%n",
                what,
                reader.bitsPerCharacter(corpus.heldOut()));
        var speech = new Speech(reader, corpus.vocabulary(), TEMPERATURE);
        log.println(speech.after("The Rays of Light", SPOKEN, new Random(1)));
    }

    private static double difference(NextCharacter one, NextCharacter other, Corpus corpus) {
        int[] starts = {0, 1_000, 2_000, 3_000};
        long[] tokens = corpus.heldOut().sideBySide(starts, COMPARED);
        float[] state = new float[starts.length * CharGru.HIDDEN];
        NextCharacter.Reading mine = one.read(tokens, COMPARED, state, starts.length);
        NextCharacter.Reading theirs = other.read(tokens, COMPARED, state, starts.length);
        return Math.max(
                Differences.largest(mine.logits().values(), theirs.logits().values()),
                Differences.largest(mine.state().values(), theirs.state().values()));
    }

    private Corpus corpus() throws IOException {
        return Corpus.read(places.text(), TITLE);
    }
}
