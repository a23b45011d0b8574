package dev.lathe.app.cli;

import dev.lathe.model.edit.LayerSelection;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What the commands that make an edit have in common.
final class EditOptions {
    @Parameters(paramLabel = "MODEL", description = "Model file.")
    private Path model = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT", description = "File to write.")
    private Path out = Path.of("");

    @Option(
            names = "--layers",
            paramLabel = "GLOB",
            description = "Layers to change; all that can be by default.")
    private List<String> layers = List.of();

    @Option(names = "--exclude-layers", paramLabel = "GLOB", description = "Layers to leave alone.")
    private List<String> excludeLayers = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Path model() {
        return model;
    }

    Path out() {
        return out;
    }

    boolean json() {
        return json;
    }

    LayerSelection selection() {
        return new LayerSelection(layers, excludeLayers);
    }
}
