package dev.lathe.model.simplify;

import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.opset.OpsetRaise;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.simplify.Gate.Rewrite;
import dev.lathe.model.simplify.Simplified.Undone;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Makes models smaller and leaves what they compute as it is.
///
/// The simplified model is run beside the original one. If an output differs by more than rounding,
/// the rewrite that does it is found by halving, is taken back and reported.
public final class Simplifier {
    private static final int MOST_OF_ONE_PASS = 4;
    private static final int MOST = 12;
    private static final long STEPS = 4;

    private final Set<Pass> skipped;
    private final OptionalLong opset;
    private final ModelRunner runner;

    /// A simplifier.
    ///
    /// @param skipped passes to leave out
    /// @param opset the version of the standard operators to raise the model to first
    /// @param runner computes constants and runs the models; {@link ModelRunner#NONE} if there is
    ///   no runtime: then only rewrites are made that are exact
    public Simplifier(Collection<Pass> skipped, OptionalLong opset, ModelRunner runner) {
        this.skipped = Set.copyOf(skipped);
        this.opset = opset;
        this.runner = runner.asWritten();
    }

    /// The simplified model.
    ///
    /// @throws RewriteException if the model is of a format that cannot be simplified, or its
    ///   operators cannot be raised
    public Simplified simplify(ModelGraph model, Progress progress)
            throws RewriteException, InterruptedException {
        if (model.header().format() == ModelFormat.TFLITE) {
            throw new RewriteException(
                    "Cannot simplify the model: it is a TFLite model, whose converter has done that;"
                            + " simplify the ONNX model that it was made from");
        }
        progress.update(0, STEPS);
        var comparison = Comparison.with(model, runner, progress);
        progress.update(1, STEPS);
        var work = new Work(comparison, progress);
        var raised = work.raise(model);
        var simplified = work.simplify(raised);
        progress.update(STEPS, STEPS);
        return work.report(model, simplified);
    }

    /// The nodes of a model with those of subgraphs and functions.
    public static long nodes(ModelGraph model) {
        long nodes = model.graph().nodesIncludingSubgraphs().size();
        for (LocalFunction function : model.functions()) {
            for (Node node : function.nodes()) {
                nodes++;
                nodes +=
                        node.subgraphs().stream()
                                .mapToLong(graph -> graph.nodesIncludingSubgraphs().size())
                                .sum();
            }
        }
        return nodes;
    }

    /// The simplification of one model.
    private final class Work {
        private final Comparison comparison;
        private final Progress progress;
        private final ConstantFolding folding = new ConstantFolding(runner);
        private final Set<Pass> closed = EnumSet.noneOf(Pass.class);
        private final Set<Rewrite> refused = new HashSet<>();
        private final List<Undone> undone = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private Gate last = Gate.open();

        Work(Comparison comparison, Progress progress) {
            this.comparison = comparison;
            this.progress = progress;
            closed.addAll(skipped);
            comparison
                    .obstacle()
                    .ifPresent(obstacle -> {
                        EnumSet.allOf(Pass.class).stream()
                                .filter(pass -> !pass.isExact())
                                .forEach(closed::add);
                        notes.add(
                                "Outputs were not compared and only exact rewrites were made, because the"
                                        + " original cannot be run: "
                                        + obstacle);
                    });
        }

        ModelGraph raise(ModelGraph model) throws RewriteException, InterruptedException {
            var free = OpsetRaise.raise(model, 0).model();
            if (opset.isEmpty()) {
                return free;
            }
            var raised = OpsetRaise.raise(model, opset.getAsLong());
            var difference =
                    raised.notes().isEmpty()
                            ? Optional.<String>empty()
                            : comparison.difference(raised.model());
            if (difference.isPresent()) {
                throw new RewriteException(
                        "Cannot raise the operator set of the model to %d: %s; simplify it without raising"
                                .formatted(opset.getAsLong(), difference.get()));
            }
            notes.addAll(raised.notes());
            return raised.model();
        }

        ModelGraph simplify(ModelGraph model) throws InterruptedException {
            var result = attempt(model, Integer.MAX_VALUE);
            progress.update(2, STEPS);
            var difference = comparison.difference(result);
            while (difference.isPresent()) {
                if (undone.size() >= MOST) {
                    notes.add(
                            "Nothing was simplified, because too many rewrites change the outputs.");
                    closed.addAll(EnumSet.allOf(Pass.class));
                } else {
                    takeBack(model, difference.get());
                }
                progress.update(3, STEPS);
                result = attempt(model, Integer.MAX_VALUE);
                difference =
                        closed.size() == Pass.values().length
                                ? Optional.empty()
                                : comparison.difference(result);
            }
            return result;
        }

        /// Finds a rewrite that makes a difference and refuses it from now on.
        private void takeBack(ModelGraph model, String difference) throws InterruptedException {
            int good = 0;
            int bad = last.admitted();
            var guilty = last.last();
            var reason = difference;
            while (bad - good > 1) {
                int middle = (good + bad) >>> 1;
                var found = comparison.difference(attempt(model, middle));
                if (found.isPresent()) {
                    bad = middle;
                    guilty = last.last();
                    reason = found.get();
                } else {
                    good = middle;
                }
            }
            if (guilty.isEmpty()) {
                closed.addAll(EnumSet.allOf(Pass.class));
                return;
            }
            var rewrite = guilty.get();
            refused.add(rewrite);
            undone.add(new Undone(rewrite.pass(), rewrite.site(), reason));
            if (undone.stream().filter(u -> u.pass() == rewrite.pass()).count()
                    >= MOST_OF_ONE_PASS) {
                closed.add(rewrite.pass());
                notes.add(
                        "The pass %s was left out, because several of its rewrites change the outputs."
                                .formatted(rewrite.pass().word()));
            }
        }

        private ModelGraph attempt(ModelGraph model, int limit) throws InterruptedException {
            last = new Gate(closed, refused, limit);
            return new RewriteRun(last, folding, progress).run(model);
        }

        Simplified report(ModelGraph model, ModelGraph simplified) {
            var counts = new LinkedHashMap<>(last.counts());
            return new Simplified(
                    simplified, nodes(model), nodes(simplified), counts, undone, notes);
        }
    }
}
