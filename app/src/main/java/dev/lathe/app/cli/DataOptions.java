package dev.lathe.app.cli;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Datasets;
import dev.lathe.model.data.Presets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that name a data set.
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "D",
            description =
                    "Folder with a subfolder per class, folder of images, IDX pair, .npz or .npy.")
    private @Nullable Path data;

    @Option(
            names = "--preprocess",
            paramLabel = "P",
            description = "JSON file or the name of a bundled preset.")
    private String preprocess = "unit";

    @Option(names = "--limit", paramLabel = "N", description = "Take the first N samples.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--skip", paramLabel = "N", description = "Pass over the first N samples.")
    private int skip;

    /// The data set, if one was named.
    Optional<Dataset> open() throws DatasetException {
        if (data == null) {
            return Optional.empty();
        }
        var whole = Datasets.open(data, Presets.resolve(preprocess));
        return Optional.of(
                skip == 0 && limit == Integer.MAX_VALUE ? whole : whole.slice(skip, limit));
    }

    /// The data set, which the command cannot do without.
    Dataset require(String command) throws DatasetException {
        return open().orElseThrow(() ->
                new DatasetException(
                        "Cannot "
                                + command
                                + ": no data is named; name some with --data and"
                                + " --preprocess"));
    }

    /// The name or file of the preprocessing.
    String preprocess() {
        return preprocess;
    }

    int limit() {
        return limit;
    }
}
