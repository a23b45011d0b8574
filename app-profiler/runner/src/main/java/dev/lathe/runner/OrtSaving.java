package dev.lathe.runner;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.file.Path;

/// Has ONNX Runtime write down a model as it is after loading.
final class OrtSaving {
    private OrtSaving() {}

    static void save(
            OrtEnvironment runtime,
            Path file,
            Path target,
            SavedForm form,
            Optimization optimization)
            throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setOptimizationLevel(level(optimization));
            // that the file is bound to this kind of CPU is known
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            options.addConfigEntry("session.save_model_format", form.name());
            options.setOptimizedModelFilePath(target.toString());
            runtime.createSession(file.toString(), options).close();
        }
    }

    static OptLevel level(Optimization optimization) {
        return optimization == Optimization.ALL ? OptLevel.ALL_OPT : OptLevel.NO_OPT;
    }
}
