package dev.lathe.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.TfLiteTensor;

/// One interpreter of TensorFlow Lite, for the model's primary subgraph.
final class TfliteRuntimeSession implements RuntimeSession {
    private final FlatBufferModel model;
    private final Interpreter interpreter;
    private final TfliteProfiler profiler;
    private final TfliteCallbacks callbacks;
    private final Map<String, Integer> inputs;
    private final Map<String, Integer> outputs;
    private final boolean hasVariables;
    private boolean allocated;

    /// Takes the model and the interpreter over.
    TfliteRuntimeSession(
            FlatBufferModel model,
            Interpreter interpreter,
            TfliteProfiler profiler,
            TfliteCallbacks callbacks,
            ModelRuntime.Opening opening)
            throws RuntimeFailure {
        this.model = model;
        this.interpreter = interpreter;
        this.profiler = profiler;
        this.callbacks = callbacks;
        try {
            this.inputs = tensors(opening.inputs(), interpreter.inputs());
            this.outputs = tensors(opening.outputs(), interpreter.outputs());
            this.hasVariables = numbers(interpreter.variables()).length > 0;
            allocate();
        } catch (RuntimeFailure | RuntimeException e) {
            interpreter.close();
            throw e;
        }
    }

    /// The numbers of some tensors by what the host calls them, or by what the file does.
    private Map<String, Integer> tensors(List<String> names, IntPointer pointer)
            throws RuntimeFailure {
        int[] numbers = numbers(pointer);
        if (!names.isEmpty() && names.size() != numbers.length) {
            throw new RuntimeFailure(
                    "the file has "
                            + numbers.length
                            + " inputs or outputs where "
                            + names.size()
                            + " were expected");
        }
        Map<String, Integer> tensors = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            tensors.put(
                    names.isEmpty() ? tensor(numbers[i]).name().getString() : names.get(i),
                    numbers[i]);
        }
        return tensors;
    }

    /// The elements of a vector, for which the binding has null if it is empty.
    private static int[] numbers(IntPointer pointer) {
        int[] numbers = new int[pointer == null ? 0 : (int) pointer.limit()];
        if (numbers.length > 0) {
            pointer.get(numbers);
        }
        return numbers;
    }

    @Override
    public List<ValueSpec> inputs() {
        return specs(inputs);
    }

    @Override
    public List<ValueSpec> outputs() {
        return specs(outputs);
    }

    private List<ValueSpec> specs(Map<String, Integer> tensors) {
        List<ValueSpec> specs = new ArrayList<>();
        tensors.forEach((name, number) -> specs.add(TfliteTensors.spec(name, tensor(number))));
        return specs;
    }

    @Override
    public Map<String, String> details() {
        return Map.of("delegate", TfliteDelegates.describe(interpreter));
    }

    @Override
    public List<WireTensor> run(List<WireTensor> tensors) throws RuntimeFailure {
        feed(tensors);
        resetVariables();
        invoke();
        profiler.endRun();
        List<WireTensor> results = new ArrayList<>();
        for (Map.Entry<String, Integer> output : outputs.entrySet()) {
            results.add(TfliteTensors.read(output.getKey(), tensor(output.getValue())));
        }
        return results;
    }

    @Override
    public void measure(List<WireTensor> tensors, TimingLoop loop)
            throws RuntimeFailure, IOException {
        feed(tensors);
        while (loop.wantsMore()) {
            resetVariables();
            long start = System.nanoTime();
            invoke();
            long end = System.nanoTime();
            profiler.endRun();
            loop.add(start, end);
        }
    }

    private void feed(List<WireTensor> tensors) throws RuntimeFailure {
        for (WireTensor tensor : tensors) {
            resize(number(tensor), tensor.sizes());
        }
        if (!allocated) {
            allocate();
        }
        for (WireTensor tensor : tensors) {
            TfliteTensors.write(tensor(number(tensor)), tensor);
        }
    }

    private int number(WireTensor tensor) throws RuntimeFailure {
        Integer number = inputs.get(tensor.name());
        if (number == null) {
            throw new RuntimeFailure("it has no input '" + tensor.name() + "'");
        }
        return number;
    }

    private void resize(int number, List<Long> sizes) throws RuntimeFailure {
        if (!TfliteTensors.sizes(tensor(number)).equals(sizes)) {
            allocated = false;
            TfliteRuntime.check(
                    interpreter.ResizeInputTensor(
                            number, sizes.stream().mapToInt(Math::toIntExact).toArray()),
                    "an input does not take the shape that was given");
        }
    }

    private void allocate() throws RuntimeFailure {
        TfliteRuntime.check(interpreter.AllocateTensors(), "its tensors cannot be allocated");
        allocated = true;
    }

    /// A run starts from the same state as the one before.
    private void resetVariables() throws RuntimeFailure {
        if (hasVariables) {
            TfliteRuntime.check(
                    interpreter.ResetVariableTensors(), "its variables cannot be reset");
        }
    }

    private void invoke() throws RuntimeFailure {
        TfliteRuntime.check(interpreter.Invoke(), "an operator failed");
    }

    @Override
    public byte[] stopProfiling() {
        return TfliteTrace.write(
                profiler.runs(),
                TfliteDelegates.partitions(interpreter),
                TfliteDelegates.arenaBytes(interpreter));
    }

    private TfLiteTensor tensor(int number) {
        return interpreter.tensor(number);
    }

    @Override
    public void close() {
        interpreter.close();
        callbacks.close();
        model.close();
    }
}
