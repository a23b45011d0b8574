package dev.lathe.model.simplify;

import dev.lathe.model.cost.CostAnalysis;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.simplify.InputCases.Kind;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells whether rewritten models give the outputs of the original, on made-up inputs.
final class Comparison {
    /// Differences up to this share of an output's greatest magnitude are rounding.
    static final double TOLERANCE = 1e-5;

    private static final int MOST_SIZINGS = 2;
    private static final long MOST_BYTES = 256 << 20;

    /// Multiplications that all cases may take in all; a case more is made as long as it fits.
    private static final double MOST_MACS = 12e9;

    private final ModelRunner runner;
    private final Progress progress;
    private final List<Case> cases = new ArrayList<>();
    private boolean opens;
    private String obstacle = "";
    private double spent;

    /// One run of the original.
    private record Case(Kind kind, Map<String, Tensor> inputs, Map<String, Tensor> outputs) {}

    private Comparison(ModelRunner runner, Progress progress) {
        this.runner = runner;
        this.progress = progress;
    }

    /// A comparison with a model, which is run now.
    static Comparison with(ModelGraph model, ModelRunner runner, Progress progress)
            throws InterruptedException {
        var comparison = new Comparison(runner, progress);
        comparison.run(model);
        return comparison;
    }

    /// Why outputs cannot be compared, as a clause without a full stop; empty if they can.
    Optional<String> obstacle() {
        return cases.isEmpty() ? Optional.of(obstacle) : Optional.empty();
    }

    /// The number of inputs that outputs are compared on.
    int size() {
        return cases.size();
    }

    /// What is different in a model, as a clause for people; empty if nothing is or if outputs
    /// cannot be compared.
    Optional<String> difference(ModelGraph model) throws InterruptedException {
        if (!opens) {
            return Optional.empty();
        }
        progress.checkCancelled();
        try (var session = runner.open(model)) {
            for (Case each : cases) {
                progress.checkCancelled();
                var difference = difference(each, session.run(each.inputs()));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        } catch (ModelRunException e) {
            return Optional.of("the runtime would refuse the model: " + e.getMessage());
        }
    }

    private static Optional<String> difference(Case reference, Map<String, Tensor> outputs) {
        for (var entry : reference.outputs().entrySet()) {
            var other = outputs.get(entry.getKey());
            double difference =
                    other == null
                            ? Double.POSITIVE_INFINITY
                            : OutputDifference.of(entry.getValue(), other);
            if (difference > TOLERANCE) {
                return Optional.of(
                        "output '%s' would differ by %s of its greatest magnitude (%s inputs)"
                                .formatted(
                                        entry.getKey(),
                                        Double.isFinite(difference)
                                                ? String.format(Locale.ROOT, "%.1e", difference)
                                                : "more than any share",
                                        reference.kind().name().toLowerCase(Locale.ROOT)));
            }
        }
        return Optional.empty();
    }

    private void run(ModelGraph model) throws InterruptedException {
        try (var session = runner.open(model)) {
            opens = true;
            var made = new InputCases(model);
            if (!made.canMake()) {
                obstacle = "inputs of its types cannot be made up";
                return;
            }
            int sizings = 0;
            for (Map<String, Long> sizing : made.sizings()) {
                double macs = macs(model, sizing);
                if (sizings < MOST_SIZINGS && run(session, made, sizing, macs)) {
                    sizings++;
                }
            }
            if (!cases.isEmpty() && mayBeRandom(model) && !isSteady(session)) {
                cases.clear();
                obstacle = "it gives other outputs each time";
            }
        } catch (ModelRunException e) {
            obstacle = String.valueOf(e.getMessage());
        }
    }

    /// Runs the model on all kinds of inputs of some sizes; says whether any could be run.
    private boolean run(
            ModelRunner.Session session, InputCases made, Map<String, Long> sizing, double macs)
            throws InterruptedException {
        int before = cases.size();
        boolean isFirst = before == 0;
        for (Kind kind : Kind.values()) {
            progress.checkCancelled();
            boolean isNeeded =
                    switch (kind) {
                        case RANDOM -> isFirst || spent + macs <= MOST_MACS;
                        case CAREFUL -> cases.size() == before;
                        default -> isFirst && bytes() < MOST_BYTES && spent + macs <= MOST_MACS;
                    };
            var inputs = isNeeded ? made.make(sizing, kind) : Optional.<Map<String, Tensor>>empty();
            if (inputs.isEmpty()) {
                continue;
            }
            spent += macs;
            try {
                cases.add(new Case(kind, inputs.get(), session.run(inputs.get())));
            } catch (ModelRunException e) {
                obstacle = String.valueOf(e.getMessage());
            }
        }
        return cases.size() > before;
    }

    private static boolean mayBeRandom(ModelGraph model) {
        return !model.functions().isEmpty()
                || model.graph().nodesIncludingSubgraphs().stream()
                        .anyMatch(Operators::mayBeRandom);
    }

    private static double macs(ModelGraph model, Map<String, Long> sizing) {
        return CostAnalysis.compute(model, ShapeInference.infer(model, sizing)).macs().value();
    }

    private long bytes() {
        return cases.stream()
                .flatMap(each -> each.outputs().values().stream())
                .mapToLong(Tensor::byteSize)
                .sum();
    }

    /// Whether the first run gives the same outputs again.
    private boolean isSteady(ModelRunner.Session session)
            throws ModelRunException, InterruptedException {
        var first = cases.getFirst();
        return difference(first, session.run(first.inputs())).isEmpty();
    }
}
