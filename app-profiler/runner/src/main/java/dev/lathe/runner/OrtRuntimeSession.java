package dev.lathe.runner;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One session of ONNX Runtime.
final class OrtRuntimeSession implements RuntimeSession {
    private final OrtEnvironment environment;
    private final OrtSession session;

    OrtRuntimeSession(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    @Override
    public List<ValueSpec> inputs() throws RuntimeFailure {
        try {
            return specs(session.getInputInfo().values());
        } catch (OrtException e) {
            throw new RuntimeFailure(e);
        }
    }

    @Override
    public List<ValueSpec> outputs() throws RuntimeFailure {
        try {
            return specs(session.getOutputInfo().values());
        } catch (OrtException e) {
            throw new RuntimeFailure(e);
        }
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }

    @Override
    public List<WireTensor> run(List<WireTensor> inputs) throws RuntimeFailure {
        try (Inputs feed = new Inputs(environment, inputs);
                OrtSession.Result result = session.run(feed.byName)) {
            List<WireTensor> outputs = new ArrayList<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                outputs.add(OrtTensors.read(output.getKey(), output.getValue()));
            }
            return outputs;
        } catch (OrtException e) {
            throw new RuntimeFailure(e);
        }
    }

    @Override
    public void measure(List<WireTensor> inputs, TimingLoop loop)
            throws RuntimeFailure, IOException {
        try (Inputs feed = new Inputs(environment, inputs)) {
            while (loop.wantsMore()) {
                long start = System.nanoTime();
                OrtSession.Result result = session.run(feed.byName);
                long end = System.nanoTime();
                result.close();
                loop.add(start, end);
            }
        } catch (OrtException e) {
            throw new RuntimeFailure(e);
        }
    }

    @Override
    public byte[] stopProfiling() throws RuntimeFailure, IOException {
        try {
            Path file = Path.of(session.endProfiling());
            byte[] profile = Files.readAllBytes(file);
            Files.delete(file);
            return profile;
        } catch (OrtException e) {
            throw new RuntimeFailure(e);
        }
    }

    @Override
    public void close() throws RuntimeFailure {
        try {
            session.close();
        } catch (OrtException e) {
            throw new RuntimeFailure(e);
        }
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
