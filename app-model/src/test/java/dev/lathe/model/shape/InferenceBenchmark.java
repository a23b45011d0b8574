package dev.lathe.model.shape;

import dev.lathe.model.cost.CostAnalysis;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import java.util.List;

/// Measures how long it takes to infer the shapes and to count the cost of a model of 10,000 nodes:
/// blocks that reshape by a shape that the graph computes, multiply and add. A program, not a test:
/// run its main method on an idle machine. The target is 50 ms for the shapes.
public final class InferenceBenchmark {
    private static final int BLOCKS = 1000;
    private static final int ROUNDS = 20;
    private static final double NANOS_PER_MS = 1e6;

    private InferenceBenchmark() {}

    /// Prints the time of each round; the first ones warm up.
    public static void main(String[] arguments) {
        var model = model();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            var types = ShapeInference.infer(model);
            long inferred = System.nanoTime();
            var cost = CostAnalysis.compute(model, types);
            long counted = System.nanoTime();
            System.out.printf(
                    "%d nodes, %d values: shapes %.1f ms, cost %.1f ms (%d MACs at least)%n",
                    model.graph().nodes().size(),
                    types.types().size(),
                    (inferred - start) / NANOS_PER_MS,
                    (counted - inferred) / NANOS_PER_MS,
                    cost.macs().value());
        }
    }

    private static ModelGraph model() {
        var model =
                TestModel.ofOpset(17)
                        .input("x0", "batch 128 64")
                        .weight("w", 64, 64)
                        .ints("zero", 0)
                        .ints("heads", 128, 4, 16)
                        .ints("flat", 128, 64);
        for (int block = 0; block < BLOCKS; block++) {
            var x = "x" + block;
            var p = "b" + block + "/";
            node(model, "Shape", p + "shape", x);
            node(model, "Gather", p + "batch", p + "shape", "zero");
            model.node(concat(p + "split", p + "batch", "heads"));
            node(model, "Reshape", p + "heads", x, p + "split");
            node(model, "Relu", p + "relu", p + "heads");
            model.node(concat(p + "join", p + "batch", "flat"));
            node(model, "Reshape", p + "flat", p + "relu", p + "join");
            node(model, "MatMul", p + "product", p + "flat", "w");
            node(model, "Add", p + "sum", p + "product", x);
            node(model, "Sigmoid", "x" + (block + 1), p + "sum");
        }
        return model.build();
    }

    private static void node(TestModel model, String operator, String output, String... inputs) {
        model.node(Node.of(output, operator, List.of(inputs), List.of(output)));
    }

    private static Node concat(String output, String... inputs) {
        return Node.of(output, "Concat", List.of(inputs), List.of(output), Attribute.of("axis", 0));
    }
}
