package dev.lathe.samples.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Makes the bundled samples: `TrainSamples STEPS IMAGES TEXT WORK SAMPLES`.
///
/// STEPS are names of {@link Step}s, separated by commas; IMAGES is the folder of the four
/// Fashion-MNIST files, TEXT a UTF-8 text file, WORK where trained parameters are kept between
/// steps, and SAMPLES the folder to which the samples are written.
public final class TrainSamples {
    private TrainSamples() {}

    /// Does the steps in turn and prints what came of them.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 5) {
            throw new IllegalArgumentException("Expected: STEPS IMAGES TEXT WORK SAMPLES");
        }
        List<Step> steps = Arrays.stream(arguments[0].split(",", -1)).map(Step::named).toList();
        var places =
                new Places(
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        Path.of(arguments[3]),
                        Path.of(arguments[4]));
        places.create();
        for (Step step : steps) {
            System.out.println(step.label());
            switch (step) {
                case DATA -> new FashionSample(places, System.out).writeData();
                case TRAIN_FASHION -> new FashionSample(places, System.out).train();
                case WRITE_FASHION -> new FashionSample(places, System.out).writeModel();
                case TRAIN_CHARS -> new CharSample(places, System.out).train();
                case WRITE_CHARS -> new CharSample(places, System.out).writeModel();
            }
        }
    }
}
