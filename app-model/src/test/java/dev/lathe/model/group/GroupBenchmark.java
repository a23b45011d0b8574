package dev.lathe.model.group;

import dev.lathe.model.diff.ModelDiff;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.work.Progress;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Measures grouping and comparing a graph of 10,000 nodes, with and without names. Run `main`; the
/// figures are processor times, the medians of the warm half.
final class GroupBenchmark {
    private static final int BLOCKS = 625;
    private static final int RUNS = 30;
    private static final double NANOS_PER_MS = 1e6;

    private GroupBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        for (boolean named : new boolean[] {true, false}) {
            var times = new ArrayList<Double>();
            Group root = GroupTree.of(model(named)).root();
            for (int i = 0; i < RUNS; i++) {
                var model = model(named);
                long start = now();
                root = GroupTree.of(model).root();
                times.add((now() - start) / NANOS_PER_MS);
            }
            print(named ? "group, names" : "group, no names", root.toString(), times);
        }
        var times = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            var before = model(true);
            var after = model(false);
            long start = now();
            ModelDiff.of(before, after, Progress.NONE);
            times.add((now() - start) / NANOS_PER_MS);
        }
        print("diff, no common names", "", times);
    }

    /// The time that this thread has had a processor, so that other load does not count.
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @SuppressWarnings("SystemOut") // the benchmark's result
    private static void print(String what, String detail, List<Double> times) {
        var warm = times.subList(RUNS / 2, RUNS).stream().sorted().toList();
        System.out.printf("%s: %.1f ms %s%n", what, warm.get(warm.size() / 2), detail);
    }

    /// Residual blocks of 16 nodes.
    private static ModelGraph model(boolean named) {
        var nodes = new ArrayList<Node>();
        var weights = new ArrayList<Tensor>();
        var last = "x";
        for (int block = 0; block < BLOCKS; block++) {
            var stem = named ? "/blocks." + block + "/" : "";
            var at = last;
            for (int i = 0; i < 15; i++) {
                var output = (named ? stem : "t" + block + "_") + i;
                boolean multiplies = i % 3 == 0;
                var inputs = new ArrayList<>(List.of(at));
                if (multiplies) {
                    var weight = "w" + (named ? "" : "n") + weights.size();
                    weights.add(Tensor.ofFloats(weight, new float[16], 4, 4));
                    inputs.add(weight);
                }
                var operator = multiplies ? "MatMul" : i % 3 == 1 ? "Add" : "Relu";
                if (operator.equals("Add")) {
                    inputs.add(last);
                }
                var name = named ? stem + operator + "_" + i : "";
                nodes.add(Node.of(name, operator, inputs, List.of(output)));
                at = output;
            }
            var output = block == BLOCKS - 1 ? "y" : (named ? stem : "t" + block + "_") + "out";
            nodes.add(
                    Node.of(named ? stem + "Add" : "", "Add", List.of(at, last), List.of(output)));
            last = output;
        }
        var header =
                new ModelHeader(
                        8,
                        new LinkedHashMap<>(Map.of("", 17L)),
                        "",
                        "",
                        "",
                        0,
                        "",
                        new LinkedHashMap<>());
        return new ModelGraph(
                header,
                new Graph(
                        "",
                        nodes,
                        List.of(value("x")),
                        List.of(value("y")),
                        List.of(),
                        weights,
                        Extras.NONE));
    }

    private static Value value(String name) {
        return new Value(name, Optional.empty(), Extras.NONE);
    }
}
