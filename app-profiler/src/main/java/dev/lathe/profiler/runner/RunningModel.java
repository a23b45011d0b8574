package dev.lathe.profiler.runner;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;
import dev.lathe.runner.Frame;
import dev.lathe.runner.JsonObject;
import dev.lathe.runner.TimingPlan;
import dev.lathe.runner.ValueSpec;
import dev.lathe.runner.WireTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A model that is loaded in a runner.
public final class RunningModel implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final Runner runner;
    private final long session;
    private final String name;
    private final ModelFile file;
    private final Duration loadTime;
    private final Map<String, String> details;
    private final List<ValueSpec> inputs;
    private final List<ValueSpec> outputs;
    private boolean closed;

    RunningModel(
            Runner runner,
            long session,
            String name,
            ModelFile file,
            Duration loadTime,
            Map<String, String> details,
            List<ValueSpec> inputs,
            List<ValueSpec> outputs) {
        this.runner = runner;
        this.session = session;
        this.name = name;
        this.file = file;
        this.loadTime = loadTime;
        this.details = details;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /// What people call the model.
    public String name() {
        return name;
    }

    /// How long the runtime took to create the session.
    public Duration loadTime() {
        return loadTime;
    }

    /// What else the runtime says of how it will run the model, such as the delegate it uses.
    public Map<String, String> details() {
        return details;
    }

    /// The inputs as the runtime states them.
    public List<ValueSpec> inputs() {
        return inputs;
    }

    /// The outputs as the runtime states them.
    public List<ValueSpec> outputs() {
        return outputs;
    }

    /// Runs the model once.
    public Map<String, Tensor> run(Map<String, Tensor> tensors)
            throws ModelRunException, InterruptedException {
        var step = new Step("run", name, runner.limits().run());
        InputCheck.check(name, inputs, tensors);
        var request = WireTensor.frame(header("run"), Tensors.toWire(name, tensors));
        var reply = runner.request(step, request, ReplyListener.NONE);
        try {
            return Tensors.fromWire(WireTensor.of(reply));
        } catch (IOException e) {
            throw step.failed(e);
        }
    }

    /// Runs the model over and over in the runner and notes how long each run took.
    public Timing measure(Map<String, Tensor> tensors, TimingPlan plan, Progress progress)
            throws ModelRunException, InterruptedException {
        var limit =
                runner.limits().run().plusNanos(plan.maxNanos()).plusNanos(2 * plan.warmUpNanos());
        var step = new Step("measure", name, limit);
        InputCheck.check(name, inputs, tensors);
        var request =
                WireTensor.frame(
                        header("measure").with("plan", plan.toJson()),
                        Tensors.toWire(name, tensors));
        var reply =
                runner.request(
                        step,
                        request,
                        (done, total) -> {
                            progress.checkCancelled();
                            if (total > 0) {
                                progress.update(done, total);
                            }
                        });
        try {
            return timing(reply);
        } catch (IOException e) {
            throw step.failed(e);
        }
    }

    /// Ends the runtime's profiling of operators.
    ///
    /// @return its JSON
    public byte[] stopProfiling() throws ModelRunException, InterruptedException {
        var step = new Step("profile", name, runner.limits().run());
        var payload = runner.request(step, new Frame(header("stop-profiling")), ReplyListener.NONE);
        var bytes = new byte[Math.toIntExact(payload.payloadBytes())];
        payload.onlyPayload().get(bytes);
        return bytes;
    }

    private static Timing timing(Frame reply) throws IOException {
        ByteBuffer payload = reply.onlyPayload().order(ByteOrder.LITTLE_ENDIAN);
        var nanos = new long[payload.remaining() / Long.BYTES];
        payload.asLongBuffer().get(nanos);
        return new Timing(
                Duration.ofNanos(reply.header().number("firstNanos")),
                Math.toIntExact(reply.header().number("warmUpRuns")),
                Duration.ofNanos(reply.header().number("steadyNanos")),
                nanos);
    }

    private JsonObject header(String verb) {
        return Runner.verb(verb).with("session", session);
    }

    boolean isAlive() {
        return runner.isAlive();
    }

    /// Frees the model in the runner; if that fails, ends the runner.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (runner.isAlive()) {
            try {
                var step = new Step("close", name, CLOSING);
                runner.request(step, new Frame(header("close")), ReplyListener.NONE);
            } catch (ModelRunException e) {
                runner.close();
            } catch (InterruptedException e) {
                runner.close();
                Thread.currentThread().interrupt();
            }
        }
        file.close();
    }
}
