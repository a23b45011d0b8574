package dev.lathe.export.pack;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.Npy;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/// Inputs with the outputs that a model gives for them.
///
/// @param tolerances by the name of the output, in the order of the model
record TestVectors(List<Case> cases, SequencedMap<String, Tolerance> tolerances) {

    private static final List<Long> FREE_SIZES = List.of(1L, 16L, 256L, 512L);

    TestVectors {
        cases = List.copyOf(cases);
    }

    /// One run, by the names of inputs and outputs.
    record Case(SequencedMap<String, Tensor> inputs, SequencedMap<String, Tensor> outputs) {

        private Tensor output(String name) {
            return Objects.requireNonNull(outputs.get(name));
        }
    }

    /// Runs a model on samples of a data set.
    static TestVectors ofData(ModelGraph model, Dataset data, ModelRunner runner, Progress progress)
            throws ExportException, InterruptedException {
        try {
            return compute(model, TestInputs.of(model, data), runner, progress);
        } catch (ModelRunException e) {
            throw failure(e);
        }
    }

    /// Runs a model on random inputs, with the first size of free dimensions that it runs with.
    static TestVectors ofRandom(ModelGraph model, ModelRunner runner, Progress progress)
            throws ExportException, InterruptedException {
        for (long freeSize : FREE_SIZES) {
            try {
                return compute(model, TestInputs.random(model, freeSize), runner, progress);
            } catch (ModelRunException e) {
                if (freeSize == FREE_SIZES.getLast() || !hasFreeDimensions(model)) {
                    throw failure(e);
                }
            }
        }
        throw new IllegalStateException("there are sizes to try");
    }

    private static TestVectors compute(
            ModelGraph model,
            List<SequencedMap<String, Tensor>> inputs,
            ModelRunner runner,
            Progress progress)
            throws ModelRunException, ExportException, InterruptedException {
        var cases = new ArrayList<Case>();
        try (var session = runner.open(model)) {
            for (SequencedMap<String, Tensor> input : inputs) {
                progress.checkCancelled();
                cases.add(new Case(input, outputs(model, session.run(input))));
                progress.update(cases.size(), inputs.size());
            }
        }
        return new TestVectors(cases, tolerances(model, cases));
    }

    private static boolean hasFreeDimensions(ModelGraph model) {
        return model.graph().requiredInputs().stream()
                .flatMap(input -> input.shape().stream())
                .anyMatch(shape -> !shape.isFixed());
    }

    private static ExportException failure(ModelRunException e) {
        return new ExportException(
                "Cannot compute the test data of the package: " + e.getMessage(), e);
    }

    private static SequencedMap<String, Tensor> outputs(
            ModelGraph model, Map<String, Tensor> computed) throws ExportException {
        var ordered = new LinkedHashMap<String, Tensor>();
        for (var value : model.graph().outputs()) {
            var tensor = computed.get(value.name());
            if (tensor == null || !Npy.canHold(tensor.type()) || tensor.bytes().isEmpty()) {
                throw new ExportException(
                        "Cannot store the expected output '"
                                + value.name()
                                + "': it is no tensor of numbers that a .npy file can hold");
            }
            ordered.put(value.name(), tensor);
        }
        return ordered;
    }

    private static SequencedMap<String, Tolerance> tolerances(ModelGraph model, List<Case> cases) {
        var tolerances = new LinkedHashMap<String, Tolerance>();
        for (var value : model.graph().outputs()) {
            var tensors = cases.stream().map(one -> one.output(value.name())).toList();
            double largest = tensors.stream().mapToDouble(Elements::largest).max().orElse(0);
            var type = tensors.getFirst().type();
            tolerances.put(value.name(), Tolerance.of(model, type, largest));
        }
        return tolerances;
    }
}
