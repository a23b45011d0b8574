package dev.lathe.runner;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// The runtimes of this process. Each is loaded when it is first asked for, because most processes
/// need one of them only.
final class Runtimes {
    private final Path folder;
    private final Map<RuntimeKind, ModelRuntime> loaded = new EnumMap<>(RuntimeKind.class);

    Runtimes(Path folder) {
        this.folder = folder;
    }

    ModelRuntime get(RuntimeKind kind) throws RuntimeFailure {
        ModelRuntime runtime = loaded.get(kind);
        if (runtime == null) {
            runtime = load(kind);
            loaded.put(kind, runtime);
        }
        return runtime;
    }

    private ModelRuntime load(RuntimeKind kind) throws RuntimeFailure {
        return switch (kind) {
            case ORT -> new OrtRuntime(folder);
            case TFLITE -> TfliteRuntime.load(folder);
        };
    }
}
