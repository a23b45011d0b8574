package dev.lathe.export.pack;

import dev.lathe.export.pack.TestVectors.Case;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs test vectors and compares.
final class VectorCheck {

    private VectorCheck() {}

    /// What is wrong, one sentence each; empty if all outputs are near enough.
    static List<String> run(
            ModelGraph model, TestVectors vectors, ModelRunner runner, Progress progress)
            throws ModelRunException, InterruptedException {
        var problems = new ArrayList<String>();
        try (var session = runner.open(model)) {
            for (int i = 0; i < vectors.cases().size(); i++) {
                progress.checkCancelled();
                var one = vectors.cases().get(i);
                var outputs = session.run(one.inputs());
                problems.addAll(compare("test case " + i, one, outputs, vectors));
                progress.update(i + 1L, vectors.cases().size());
            }
        }
        return problems;
    }

    private static List<String> compare(
            String name, Case expected, Map<String, Tensor> outputs, TestVectors vectors) {
        var problems = new ArrayList<String>();
        for (Map.Entry<String, Tensor> output : expected.outputs().sequencedEntrySet()) {
            var tolerance = vectors.tolerances().getOrDefault(output.getKey(), Tolerance.EXACT);
            difference(output.getValue(), outputs.get(output.getKey()), tolerance)
                    .ifPresent(clause ->
                            problems.add(
                                    "In "
                                            + name
                                            + " the output '"
                                            + output.getKey()
                                            + "' "
                                            + clause));
        }
        return problems;
    }

    private static Optional<String> difference(
            Tensor expected, @Nullable Tensor actual, Tolerance tolerance) {
        if (actual == null) {
            return Optional.of("is missing");
        }
        if (actual.type() != expected.type() || !actual.sizes().equals(expected.sizes())) {
            return Optional.of(
                    "is "
                            + actual.type().label()
                            + " "
                            + actual.shape()
                            + " instead of "
                            + expected.type().label()
                            + " "
                            + expected.shape());
        }
        var wanted = Elements.of(expected);
        var given = Elements.of(actual);
        for (long i = 0; i < expected.elements(); i++) {
            if (!tolerance.accepts(wanted.get(i), given.get(i))) {
                return Optional.of(
                        "is "
                                + given.get(i)
                                + " at element "
                                + i
                                + " instead of "
                                + wanted.get(i)
                                + ", which is beyond the tolerance");
            }
        }
        return Optional.empty();
    }
}
