package dev.lathe.model.search;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Times making a search index and the answer to each keystroke of some queries, over a built model
/// of 10,000 layers and over files. Arguments: model files. Prints milliseconds: the first time in
/// the process, and of warm rounds the median and the longest of any keystroke.
final class SearchBench {
    private static final int LAYERS = 10_000;
    private static final int ROUNDS = 15;
    private static final List<String> QUERIES =
            List.of(
                    "attn q_proj matmul",
                    "op:Conv -relu",
                    "shape:1x64x?x56",
                    "attr:group>1 dtype:float32",
                    "\"/model/layers.77/conv/Conv\"",
                    "/layers\\.\\d+9\\/.*(Conv|Add)$/",
                    "re:^(.*a){3}.*z$",
                    "-a");

    private SearchBench() {}

    public static void main(String[] files) throws Exception {
        report("built, " + LAYERS + " layers", built());
        for (String file : files) {
            report(Path.of(file).getFileName().toString(), ModelFiles.read(Path.of(file)));
        }
    }

    @SuppressWarnings("SystemOut") // this is what a benchmark is for
    private static void report(String name, ModelGraph model) throws InterruptedException {
        var types = ShapeInference.infer(model);
        var times = new double[ROUNDS];
        SearchIndex index = SearchIndex.EMPTY;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            index = SearchIndex.of(Outline.of(model, types), Progress.NONE);
            times[round] = (System.nanoTime() - start) / 1e6;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d entries, index first %.0f, median %.0f ms%n",
                name,
                index.size(),
                times[0],
                median(times));
        for (String query : QUERIES) {
            keystrokes(index, query);
        }
    }

    @SuppressWarnings("SystemOut") // this is what a benchmark is for
    private static void keystrokes(SearchIndex index, String query) throws InterruptedException {
        double first = 0;
        double longest = 0;
        var all = new ArrayList<Double>();
        int hits = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int length = 1; length <= query.length(); length++) {
                long start = System.nanoTime();
                var parsed = Query.parse(query.substring(0, length));
                hits = index.find(parsed, Progress.NONE).hits().size();
                double ms = (System.nanoTime() - start) / 1e6;
                first = round == 0 ? Math.max(first, ms) : first;
                if (round > 0) {
                    all.add(ms);
                    longest = Math.max(longest, ms);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  %-32s %6d hits, a keystroke: median %.2f, longest %.1f, cold longest %.1f ms%n",
                query,
                hits,
                median(all.stream().mapToDouble(Double::doubleValue).toArray()),
                longest,
                first);
    }

    /// Blocks of ten layers with names and values as exporters write them.
    private static ModelGraph built() {
        var nodes = new ArrayList<Node>();
        var values = new ArrayList<Value>();
        var weights = new ArrayList<Tensor>();
        var last = "image";
        for (int i = 0; i < LAYERS / 10; i++) {
            var scope = "/model/layers." + i;
            var operators =
                    List.of(
                            "conv/Conv",
                            "conv/Relu",
                            "attn/q_proj/MatMul",
                            "attn/k_proj/MatMul",
                            "attn/MatMul",
                            "attn/Softmax",
                            "attn/v_proj/MatMul",
                            "attn/Add",
                            "norm/LayerNormalization",
                            "Add");
            for (String operator : operators) {
                var name = scope + "/" + operator;
                var weight = name.substring(1).replace('/', '.') + ".weight";
                var output = name + "_output_0";
                nodes.add(
                        Node.of(
                                name,
                                operator.substring(operator.lastIndexOf('/') + 1),
                                List.of(last, weight),
                                List.of(output),
                                Attribute.of("group", i % 3),
                                new Attribute("pads", new IntsValue(List.of(1L, 1L, 1L, 1L)))));
                values.add(
                        new Value(
                                output,
                                new TensorType(DataType.FLOAT, Shape.of(1, 64 + i % 50, 56, 56))));
                weights.add(Tensor.ofFloats(weight, new float[] {i}, 1));
                last = output;
            }
        }
        var image = new Value("image", new TensorType(DataType.FLOAT, Shape.of(1, 3, 224, 224)));
        return Found.model(
                new Graph(
                        "g",
                        nodes,
                        List.of(image),
                        List.of(new Value(last, new TensorType(DataType.FLOAT, Shape.SCALAR))),
                        values,
                        weights,
                        Extras.NONE));
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
