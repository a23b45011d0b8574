package dev.lathe.runner;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Works on one request after the other and holds the sessions that they open.
final class Requests {
    private static final JsonObject DONE = JsonObject.EMPTY.with("reply", "done");

    private final Path folder;
    private final FrameWriter replies;
    private final OrtEnvironment runtime =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "lathe");
    private final Map<Long, LoadedModel> sessions = new HashMap<>();

    Requests(Path folder, FrameWriter replies) {
        this.folder = folder;
        this.replies = replies;
    }

    Frame answer(Frame request) throws OrtException, IOException {
        String verb = request.header().text("request");
        return switch (verb) {
            case "describe" -> describe();
            case "open" -> open(request.header());
            case "save" -> save(request.header());
            case "run" -> WireTensor.frame(DONE, model(request).run(WireTensor.of(request)));
            case "measure" -> measure(request);
            case "stop-profiling" -> stopProfiling(request);
            case "memory" -> new Frame(ProcessMemory.addTo(DONE));
            case "close" -> close(request.header());
            default -> throw new ProtocolException("the request " + verb + " is not known");
        };
    }

    private Frame describe() {
        return new Frame(
                DONE.with("runtime", "ONNX Runtime")
                        .with("version", runtime.getVersion())
                        .with("java", Runtime.version().toString())
                        .with("pid", ProcessHandle.current().pid()));
    }

    private Frame open(JsonObject request) throws OrtException, ProtocolException {
        SessionSettings settings = SessionSettings.of(request.object("settings"));
        long start = System.nanoTime();
        LoadedModel model =
                LoadedModel.open(runtime, Path.of(request.text("path")), settings, folder);
        long nanos = System.nanoTime() - start;
        sessions.put(request.number("session"), model);
        return new Frame(
                DONE.with("loadNanos", nanos)
                        .withObjects("inputs", json(model.inputs()))
                        .withObjects("outputs", json(model.outputs())));
    }

    private Frame save(JsonObject request) throws OrtException, ProtocolException {
        OrtSaving.save(
                runtime,
                Path.of(request.text("path")),
                Path.of(request.text("target")),
                SavedForm.of(request.text("form")),
                Optimization.of(request.text("optimization")));
        return new Frame(DONE);
    }

    private Frame measure(Frame request) throws OrtException, IOException {
        TimingPlan plan = TimingPlan.of(request.header().object("plan"));
        TimingLoop loop = new TimingLoop(plan, this::report);
        model(request).measure(WireTensor.of(request), loop);
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

    private Frame stopProfiling(Frame request) throws OrtException, IOException {
        Path file = model(request).stopProfiling();
        byte[] profile = Files.readAllBytes(file);
        Files.delete(file);
        return new Frame(DONE, List.of(ByteBuffer.wrap(profile)));
    }

    private Frame close(JsonObject request) throws OrtException, ProtocolException {
        LoadedModel model = sessions.remove(request.number("session"));
        if (model != null) {
            model.close();
        }
        return new Frame(DONE);
    }

    private LoadedModel model(Frame request) throws ProtocolException {
        LoadedModel model = sessions.get(request.header().number("session"));
        if (model == null) {
            throw new ProtocolException("the session is not open");
        }
        return model;
    }

    private static List<JsonObject> json(List<ValueSpec> specs) {
        return specs.stream().map(ValueSpec::toJson).toList();
    }
}
