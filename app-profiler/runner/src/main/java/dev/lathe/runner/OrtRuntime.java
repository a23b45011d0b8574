package dev.lathe.runner;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// ONNX Runtime.
final class OrtRuntime implements ModelRuntime {
    private static final int IDENTIFIER_OFFSET = 4;
    private static final int IDENTIFIER_LENGTH = 4;

    private final Path folder;
    private final OrtEnvironment environment =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "lathe");

    /// @param folder where profiles are written
    OrtRuntime(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "ONNX Runtime";
    }

    @Override
    public String version() {
        return environment.getVersion();
    }

    @Override
    public RuntimeSession open(Opening opening) throws RuntimeFailure {
        SessionSettings settings = opening.settings();
        try (SessionOptions options = options(opening.path(), settings.optimization())) {
            options.setIntraOpNumThreads(settings.threads());
            options.setInterOpNumThreads(1);
            for (Map.Entry<String, String> entry : settings.config().entrySet()) {
                options.addConfigEntry(entry.getKey(), entry.getValue());
            }
            if (settings.profiling() == SessionSettings.Profiling.ON) {
                options.enableProfiling(folder.resolve("profile").toString());
            }
            return new OrtRuntimeSession(
                    environment, environment.createSession(opening.path().toString(), options));
        } catch (OrtException | IOException e) {
            throw new RuntimeFailure(e);
        }
    }

    @Override
    public void save(Saving saving) throws RuntimeFailure {
        try (SessionOptions options = options(saving.path(), saving.optimization())) {
            options.addConfigEntry("session.save_model_format", saving.form().name());
            options.setOptimizedModelFilePath(saving.target().toString());
            environment.createSession(saving.path().toString(), options).close();
        } catch (OrtException | IOException e) {
            throw new RuntimeFailure(e);
        }
    }

    private static SessionOptions options(Path file, Optimization optimization)
            throws OrtException, IOException {
        SessionOptions options = new SessionOptions();
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        options.setOptimizationLevel(
                optimization == Optimization.ALL ? OptLevel.ALL_OPT : OptLevel.NO_OPT);
        options.addConfigEntry("session.load_model_format", isOrtFormat(file) ? "ORT" : "ONNX");
        return options;
    }

    /// Whether a file is in the runtime's own form, which has the flatbuffer identifier `ORTM`. The
    /// name of the file says nothing.
    private static boolean isOrtFormat(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(IDENTIFIER_OFFSET + IDENTIFIER_LENGTH);
            return start.length == IDENTIFIER_OFFSET + IDENTIFIER_LENGTH
                    && new String(
                                    start,
                                    IDENTIFIER_OFFSET,
                                    IDENTIFIER_LENGTH,
                                    StandardCharsets.US_ASCII)
                            .equals("ORTM");
        }
    }
}
