package dev.lathe.samples.train;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import dev.lathe.samples.train.data.IdxFiles;
import dev.lathe.samples.train.data.LabelledImages;
import dev.lathe.samples.train.data.Normalization;
import dev.lathe.samples.train.net.Classifier;
import dev.lathe.samples.train.net.FashionNet;
import dev.lathe.samples.train.net.FashionTraining;
import dev.lathe.samples.train.net.TorchNet;
import dev.lathe.samples.train.net.Weights;
import dev.lathe.samples.train.onnx.FashionOnnx;
import dev.lathe.samples.train.onnx.OnnxModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/// The image classifier and its data.
record FashionSample(Places places, PrintStream log) {
    private static final int TEST_PER_CLASS = 200;
    private static final int CALIBRATION_PER_CLASS = 100;

    /// Writes the parts of the data set that are bundled.
    void writeData() throws IOException {
        testPart().write(test().firstOfEachClass(TEST_PER_CLASS));
        IdxFiles.named(places.fashion(), "calib1k")
                .write(training().firstOfEachClass(CALIBRATION_PER_CLASS));
    }

    /// Trains the classifier. Its parameters stay in the work folder.
    void train() throws IOException {
        FashionTraining.bundled().run(training(), test(), places.work(), log);
    }

    /// Writes the trained classifier as ONNX and compares what ONNX Runtime makes of the file with
    /// what it was written from.
    void writeModel() throws IOException {
        var net = new TorchNet(FashionNet.layers());
        Path file = places.fashion().resolve("model.onnx");
        LabelledImages test = test();
        try (Model model = Model.newInstance(FashionTraining.NAME, Device.cpu())) {
            model.setBlock(net.block());
            model.load(places.work(), FashionTraining.NAME);
            Weights weights = net.weights();
            FashionOnnx.write(weights, file);
            log.printf("%s: %d parameters%n", file, weights.trainableCount());
            try (var onnx = new OnnxModel(file)) {
                report("trained", Classifier.of(model), test);
                report("written", onnx.classifier(), test);
                log.printf(
                        Locale.ROOT,
                        "largest difference of a logit: %.2e%n",
                        difference(Classifier.of(model), onnx.classifier(), test));
            }
        } catch (MalformedModelException e) {
            throw new IOException("Cannot read the parameters in " + places.work(), e);
        }
    }

    private void report(String what, Classifier classifier, LabelledImages test)
            throws IOException {
        log.printf(
                "%s: all test images %s, bundled test images %s%n",
                what, classifier.accuracy(test), classifier.accuracy(testPart().read()));
    }

    private static double difference(Classifier one, Classifier other, LabelledImages images) {
        double largest = 0;
        int batch = 100;
        for (int first = 0; first < images.count(); first += batch) {
            float[] pixels = Normalization.batch(images, first, batch);
            largest =
                    Math.max(
                            largest,
                            Differences.largest(
                                    one.logits(pixels, batch), other.logits(pixels, batch)));
        }
        return largest;
    }

    private LabelledImages training() throws IOException {
        return IdxFiles.named(places.images(), "train").read();
    }

    private LabelledImages test() throws IOException {
        return IdxFiles.named(places.images(), "t10k").read();
    }

    private IdxFiles testPart() {
        return IdxFiles.named(places.fashion(), "t2k");
    }
}
