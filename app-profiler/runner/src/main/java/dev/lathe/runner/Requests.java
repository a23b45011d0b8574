package dev.lathe.runner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Works on one request after the other and holds the sessions that they open. It knows no format
/// and no runtime.
final class Requests {
    private static final JsonObject DONE = JsonObject.EMPTY.with("reply", "done");

    private final FrameWriter replies;
    private final Runtimes runtimes;
    private final Map<Long, RuntimeSession> sessions = new HashMap<>();

    Requests(Path folder, FrameWriter replies) {
        this.replies = replies;
        this.runtimes = new Runtimes(folder);
    }

    Frame answer(Frame request) throws RuntimeFailure, IOException {
        String verb = request.header().text("request");
        return switch (verb) {
            case "describe" -> describe(request.header());
            case "open" -> open(request.header());
            case "save" -> save(request.header());
            case "run" -> WireTensor.frame(DONE, session(request).run(WireTensor.of(request)));
            case "measure" -> measure(request);
            case "stop-profiling" -> stopProfiling(request);
            case "memory" -> new Frame(ProcessMemory.addTo(DONE));
            case "close" -> close(request.header());
            default -> throw new ProtocolException("the request " + verb + " is not known");
        };
    }

    private Frame describe(JsonObject request) throws RuntimeFailure, ProtocolException {
        ModelRuntime runtime = runtime(request);
        return new Frame(
                DONE.with("runtime", runtime.name())
                        .with("version", runtime.version())
                        .with("java", Runtime.version().toString())
                        .with("pid", ProcessHandle.current().pid()));
    }

    private Frame open(JsonObject request) throws RuntimeFailure, ProtocolException {
        ModelRuntime runtime = runtime(request);
        ModelRuntime.Opening opening =
                new ModelRuntime.Opening(
                        Path.of(request.text("path")),
                        SessionSettings.of(request.object("settings")),
                        request.strings("inputs"),
                        request.strings("outputs"));
        long start = System.nanoTime();
        RuntimeSession session = runtime.open(opening);
        long nanos = System.nanoTime() - start;
        sessions.put(request.number("session"), session);
        return new Frame(
                DONE.with("loadNanos", nanos)
                        .with("details", json(session.details()))
                        .withObjects("inputs", json(session.inputs()))
                        .withObjects("outputs", json(session.outputs())));
    }

    private Frame save(JsonObject request) throws RuntimeFailure, ProtocolException {
        runtime(request)
                .save(
                        new ModelRuntime.Saving(
                                Path.of(request.text("path")),
                                Path.of(request.text("target")),
                                SavedForm.of(request.text("form")),
                                Optimization.of(request.text("optimization"))));
        return new Frame(DONE);
    }

    private Frame measure(Frame request) throws RuntimeFailure, IOException {
        TimingPlan plan = TimingPlan.of(request.header().object("plan"));
        TimingLoop loop = new TimingLoop(plan, this::report);
        session(request).measure(WireTensor.of(request), loop);
        return new Frame(
                DONE.with("firstNanos", loop.firstNanos())
                        .with("warmUpRuns", loop.warmUpRuns())
                        .with("steadyNanos", loop.steadyNanos()),
                List.of(loop.durations()));
    }

    private void report(long done, long total) throws IOException {
        replies.write(
                new Frame(
                        JsonObject.EMPTY
                                .with("reply", "progress")
                                .with("done", done)
                                .with("total", total)));
    }

    private Frame stopProfiling(Frame request) throws RuntimeFailure, IOException {
        return new Frame(DONE, List.of(ByteBuffer.wrap(session(request).stopProfiling())));
    }

    private Frame close(JsonObject request) throws RuntimeFailure, ProtocolException {
        RuntimeSession session = sessions.remove(request.number("session"));
        if (session != null) {
            session.close();
        }
        return new Frame(DONE);
    }

    private ModelRuntime runtime(JsonObject request) throws RuntimeFailure, ProtocolException {
        return runtimes.get(RuntimeKind.of(request.text("runtime")));
    }

    private RuntimeSession session(Frame request) throws ProtocolException {
        RuntimeSession session = sessions.get(request.header().number("session"));
        if (session == null) {
            throw new ProtocolException("the session is not open");
        }
        return session;
    }

    private static JsonObject json(Map<String, String> entries) {
        JsonObject object = JsonObject.EMPTY;
        for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
            object = object.with(entry.getKey(), entry.getValue());
        }
        return object;
    }

    private static List<JsonObject> json(List<ValueSpec> specs) {
        return specs.stream().map(ValueSpec::toJson).toList();
    }
}
