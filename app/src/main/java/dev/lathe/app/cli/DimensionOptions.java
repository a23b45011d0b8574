package dev.lathe.app.cli;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.DimensionException;
import dev.lathe.model.shape.FreeDimensions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import picocli.CommandLine.Option;

/// Sizes for the free dimensions of a model's inputs.
final class DimensionOptions {
    @Option(
            names = "--dim",
            paramLabel = "NAME=N",
            description =
                    "Size of a free dimension of the inputs, by its symbol or as INPUT:AXIS"
                            + " (batch=1, data:0=1). May be given several times.")
    private Map<String, Long> sizes = new LinkedHashMap<>();

    /// As they were given.
    SequencedMap<String, Long> sizes() {
        return new LinkedHashMap<>(sizes);
    }

    /// The sizes by the names that shape inference gives the dimensions of a model.
    SequencedMap<String, Long> bindings(ModelGraph model) throws DimensionException {
        return FreeDimensions.of(model).resolve(sizes);
    }
}
