package dev.lathe.ui.session;

import dev.lathe.model.data.DatasetException;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.work.Progress;
import dev.lathe.resources.Sample;
import dev.lathe.resources.SampleFiles;
import dev.lathe.resources.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Opens models.
final class Opener {
    private final Engine engine;
    private final Samples samples;

    Opener(Engine engine, Samples samples) {
        this.engine = engine;
        this.samples = samples;
    }

    /// A model that was opened.
    ///
    /// @param data the data that came with it
    record Opened(OpenModel model, Version original, Optional<SampleChoices> data) {}

    /// The data of a sample.
    record SampleChoices(DataChoice evaluation, DataChoice calibration) {}

    Opened open(ModelSource source, Progress progress)
            throws ModelFormatException, DatasetException, IOException, InterruptedException {
        if (source.sample().isEmpty()) {
            return open(source, source.file().orElseThrow(), Optional.empty(), progress);
        }
        var sample = source.sample().get();
        var files = samples.unpack(sample);
        return open(source, files.model(), choices(sample, files), progress);
    }

    private Opened open(
            ModelSource source, Path file, Optional<SampleChoices> data, Progress progress)
            throws ModelFormatException, IOException, InterruptedException {
        progress.update(0, 0);
        var model = engine.read(file);
        progress.checkCancelled();
        var analysis = engine.analyse(model);
        var openModel =
                new OpenModel(
                        file,
                        source.name(),
                        source.sample().map(Sample::id),
                        model,
                        analysis.types(),
                        analysis.cost());
        return new Opened(openModel, Version.original(model, analysis), data);
    }

    private Optional<SampleChoices> choices(Sample sample, SampleFiles files)
            throws DatasetException {
        if (sample.data().isEmpty()) {
            return Optional.empty();
        }
        var preprocess = engine.preprocess(sample.data().get().preset());
        return Optional.of(
                new SampleChoices(
                        DataChoice.of(files.evaluation().orElseThrow(), preprocess),
                        DataChoice.of(files.calibration().orElseThrow(), preprocess)));
    }
}
