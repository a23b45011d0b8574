package dev.lathe.runner;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One session of the runtime.
final class LoadedModel implements AutoCloseable {
    private final OrtEnvironment runtime;
    private final OrtSession session;

    private LoadedModel(OrtEnvironment runtime, OrtSession session) {
        this.runtime = runtime;
        this.session = session;
    }

    static LoadedModel open(
            OrtEnvironment runtime, Path file, SessionSettings settings, Path folder)
            throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setOptimizationLevel(OrtSaving.level(settings.optimization()));
            options.setIntraOpNumThreads(settings.threads());
            options.setInterOpNumThreads(1);
            for (Map.Entry<String, String> entry : settings.config().entrySet()) {
                options.addConfigEntry(entry.getKey(), entry.getValue());
            }
            if (settings.profiling() == SessionSettings.Profiling.ON) {
                options.enableProfiling(folder.resolve("profile").toString());
            }
            return new LoadedModel(runtime, runtime.createSession(file.toString(), options));
        }
    }

    List<ValueSpec> inputs() throws OrtException {
        return specs(session.getInputInfo().values());
    }

    List<ValueSpec> outputs() throws OrtException {
        return specs(session.getOutputInfo().values());
    }

    List<WireTensor> run(List<WireTensor> inputs) throws OrtException {
        try (Inputs feed = new Inputs(runtime, inputs);
                OrtSession.Result result = session.run(feed.byName)) {
            List<WireTensor> outputs = new ArrayList<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                outputs.add(OrtTensors.read(output.getKey(), output.getValue()));
            }
            return outputs;
        }
    }

    /// Runs the model over and over on the same inputs, as long as the loop says.
    void measure(List<WireTensor> inputs, TimingLoop loop) throws OrtException, IOException {
        try (Inputs feed = new Inputs(runtime, inputs)) {
            while (loop.wantsMore()) {
                long start = System.nanoTime();
                OrtSession.Result result = session.run(feed.byName);
                long end = System.nanoTime();
                result.close();
                loop.add(start, end);
            }
        }
    }

    /// Ends profiling and tells the file that holds the profile.
    Path stopProfiling() throws OrtException {
        return Path.of(session.endProfiling());
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private static List<ValueSpec> specs(Collection<NodeInfo> infos) {
        return infos.stream().map(info -> OrtTensors.spec(info.getName(), info.getInfo())).toList();
    }

    /// Input tensors over the memory of the request.
    private static final class Inputs implements AutoCloseable {
        final Map<String, OnnxTensor> byName = new LinkedHashMap<>();

        Inputs(OrtEnvironment runtime, List<WireTensor> tensors) throws OrtException {
            for (WireTensor tensor : tensors) {
                byName.put(tensor.name(), OrtTensors.create(runtime, tensor));
            }
        }

        @Override
        public void close() {
            byName.values().forEach(OnnxTensor::close);
        }
    }
}
