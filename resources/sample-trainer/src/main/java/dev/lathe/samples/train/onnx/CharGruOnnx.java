package dev.lathe.samples.train.onnx;

import dev.lathe.samples.train.net.Weights;
import dev.lathe.samples.train.text.CharGru;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/// Writes the trained character model as ONNX, with one GRU node.
public final class CharGruOnnx {
    private CharGruOnnx() {}

    /// Writes the file. Inputs `tokens`, `[sequence, batch]`, and `state_in`, `[1, batch, hidden]`;
    /// outputs `logits`, `[sequence, batch, vocabulary]`, and `state_out`.
    ///
    /// @param vocabulary the characters, by their numbers
    public static void write(Weights weights, List<String> vocabulary, Path file)
            throws IOException {
        var graph = new GraphWriter("char-gru");
        nodes(graph, weights);
        graph.graph()
                .addInput(ModelFile.value("tokens", ModelFile.INT64, "sequence", "batch"))
                .addInput(ModelFile.value("state_in", ModelFile.FLOAT, 1, "batch", CharGru.HIDDEN))
                .addOutput(
                        ModelFile.value(
                                "logits", ModelFile.FLOAT, "sequence", "batch", vocabulary.size()))
                .addOutput(
                        ModelFile.value("state_out", ModelFile.FLOAT, 1, "batch", CharGru.HIDDEN));
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("vocabulary", JsonStrings.array(vocabulary));
        ModelFile.write(
                file,
                graph.graph().build(),
                "Predicts the next character of English text of 1730. The vocabulary lists the"
                        + " characters in the order of their numbers; the first state is zero.",
                metadata);
    }

    private static void nodes(GraphWriter graph, Weights weights) {
        String vectors =
                graph.node(
                        "Gather",
                        "/embedding/gather",
                        List.of(weight(graph, weights, "embedding.weight"), "tokens"),
                        Attributes.of("axis", 0));
        graph.node(
                "GRU",
                "/gru/gru",
                List.of(
                        vectors,
                        GruGates.weight(graph, weights, "gru.weight_ih"),
                        GruGates.weight(graph, weights, "gru.weight_hh"),
                        GruGates.bias(graph, weights, "gru.bias"),
                        "",
                        "state_in"),
                List.of("/gru/gru_output", "state_out"),
                Attributes.of("hidden_size", CharGru.HIDDEN),
                Attributes.of("linear_before_reset", 1));
        String states =
                graph.node(
                        "Squeeze",
                        "/gru/squeeze",
                        List.of("/gru/gru_output", graph.integers("gru.squeeze.axes", 1)));
        String products =
                graph.node(
                        "MatMul",
                        "/dense/matmul",
                        List.of(states, transposed(graph, weights, "dense.weight")));
        String sums =
                graph.node(
                        "Add",
                        "/dense/add",
                        List.of(products, weight(graph, weights, "dense.bias")));
        graph.renameOutput(sums, "logits");
    }

    private static String weight(GraphWriter graph, Weights weights, String name) {
        Weights.Values values = weights.get(name);
        return graph.floats(name, values.shape(), values.numbers());
    }

    private static String transposed(GraphWriter graph, Weights weights, String name) {
        Weights.Values values = weights.get(name);
        int rows = (int) values.shape()[0];
        int columns = (int) values.shape()[1];
        float[] numbers = values.numbers();
        var turned = new float[numbers.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = numbers[row * columns + column];
            }
        }
        return graph.floats(name, new long[] {columns, rows}, turned);
    }
}
