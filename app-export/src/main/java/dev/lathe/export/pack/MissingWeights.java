package dev.lathe.export.pack;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.TensorContent.Missing;
import java.util.Optional;

/// Finds weights that a model only refers to.
final class MissingWeights {

    private MissingWeights() {}

    static void check(ModelGraph model) throws ExportException {
        var missing = first(model.graph());
        if (missing.isPresent()) {
            throw new ExportException(
                    "Cannot package the model: weights in the file "
                            + missing.get().location()
                            + " are missing ("
                            + missing.get().reason()
                            + "); put that file beside the model and open it again");
        }
    }

    private static Optional<Missing> first(Graph graph) {
        for (var tensor : graph.initializers().values()) {
            if (tensor.content() instanceof Missing missing) {
                return Optional.of(missing);
            }
        }
        return graph.nodes().stream()
                .map(Node::subgraphs)
                .flatMap(subgraphs -> subgraphs.stream().map(MissingWeights::first))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
