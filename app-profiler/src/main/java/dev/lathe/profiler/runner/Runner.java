package dev.lathe.profiler.runner;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Value;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.runner.Frame;
import dev.lathe.runner.JsonObject;
import dev.lathe.runner.Optimization;
import dev.lathe.runner.RuntimeKind;
import dev.lathe.runner.SavedForm;
import dev.lathe.runner.SessionSettings;
import dev.lathe.runner.ValueSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A runner process and the requests that it understands. Used by one thread at a time.
public final class Runner implements AutoCloseable {
    private static final Duration SMALL_REQUEST = Duration.ofMinutes(2);

    private final RunnerProcess process;
    private long sessions;

    private Runner(RunnerProcess process) {
        this.process = process;
    }

    /// Starts a process.
    public static Runner start(RunnerLaunch launch) throws ModelRunException {
        try {
            return new Runner(RunnerProcess.start(launch));
        } catch (RunnerFailure e) {
            throw new ModelRunException("Cannot run any model: " + e.clause(), e);
        }
    }

    /// The name and version of a runtime in the process, which is loaded if it was not yet.
    public RuntimeVersion describe(RuntimeKind runtime)
            throws ModelRunException, InterruptedException {
        var step = new Step("start the runner for", "models", SMALL_REQUEST);
        var request = verb("describe").with("runtime", runtime.name());
        var reply = request(step, new Frame(request), ReplyListener.NONE).header();
        try {
            return new RuntimeVersion(
                    reply.text("runtime"), reply.text("version"), reply.text("java"));
        } catch (IOException e) {
            throw step.failed(e);
        }
    }

    /// The memory of the process.
    public ResidentMemory memory() throws ModelRunException, InterruptedException {
        var step = new Step("ask for the memory of", "the runner", SMALL_REQUEST);
        var reply = request(step, new Frame(verb("memory")), ReplyListener.NONE).header();
        try {
            return new ResidentMemory(
                    reply.findNumber("residentBytes"), reply.findNumber("peakResidentBytes"));
        } catch (IOException e) {
            throw step.failed(e);
        }
    }

    /// Loads a model.
    public RunningModel load(ModelGraph model, SessionSettings settings)
            throws ModelRunException, InterruptedException {
        var name = ModelFile.nameOf(model);
        var step = new Step("load", name, process.limits().load());
        long session = sessions++;
        var file = ModelFile.of(model, process.folder().resolve("model-" + session));
        var request =
                verb("open")
                        .with("runtime", kindFor(model).name())
                        .with("session", session)
                        .with("path", file.path().toString())
                        .with("settings", settings.toJson())
                        .withStrings("inputs", namesFor(model, model.graph().inputs()))
                        .withStrings("outputs", namesFor(model, model.graph().outputs()));
        try {
            var reply = request(step, new Frame(request), ReplyListener.NONE).header();
            return new RunningModel(
                    this,
                    session,
                    name,
                    file,
                    Duration.ofNanos(reply.number("loadNanos")),
                    reply.object("details").strings(),
                    ValueSpec.listOf(reply, "inputs"),
                    ValueSpec.listOf(reply, "outputs"));
        } catch (IOException e) {
            throw step.failed(e);
        } catch (ModelRunException | InterruptedException e) {
            file.close();
            throw e;
        }
    }

    /// Has ONNX Runtime load a model and write down what it has then.
    ///
    /// @param target is replaced if it exists
    public void save(ModelGraph model, Path target, SavedForm form, Optimization optimization)
            throws ModelRunException, InterruptedException {
        var step = new Step("save", ModelFile.nameOf(model), process.limits().load());
        try (var file = ModelFile.of(model, process.folder().resolve("model-to-save"))) {
            var request =
                    verb("save")
                            .with("runtime", RuntimeKind.ORT.name())
                            .with("path", file.path().toString())
                            .with("target", target.toAbsolutePath().toString())
                            .with("form", form.name())
                            .with("optimization", optimization.name());
            request(step, new Frame(request), ReplyListener.NONE);
        }
    }

    RunnerLimits limits() {
        return process.limits();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path folder() {
        return process.folder();
    }

    long pid() {
        return process.pid();
    }

    Frame request(Step step, Frame request, ReplyListener listener)
            throws ModelRunException, InterruptedException {
        try {
            return process.request(request, step.limit(), listener);
        } catch (RunnerFailure e) {
            throw step.failed(e);
        } catch (RunnerRefusal e) {
            throw step.refused(e);
        }
    }

    /// The runtime that executes a model.
    public static RuntimeKind kindFor(ModelGraph model) {
        return switch (model.header().format()) {
            case ONNX, ORT -> RuntimeKind.ORT;
            case TFLITE -> RuntimeKind.TFLITE;
        };
    }

    /// TensorFlow Lite does not need names that differ, so it is told ours.
    private static List<String> namesFor(ModelGraph model, List<Value> values) {
        return kindFor(model) == RuntimeKind.TFLITE
                ? values.stream().map(Value::name).toList()
                : List.of();
    }

    static JsonObject verb(String verb) {
        return JsonObject.EMPTY.with("request", verb);
    }

    /// Ends the process at once.
    @Override
    public void close() {
        process.close();
    }
}
