package dev.lathe.profiler.runner;

import dev.lathe.runner.RunnerMain;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The parts of the class path that a runner needs, found by the files in them.
final class ClassPath {
    private static final List<String> MARKERS =
            List.of(
                    RunnerMain.class.getName().replace('.', '/') + ".class",
                    "ai/onnxruntime/OrtEnvironment.class",
                    "tools/jackson/core/JsonParser.class",
                    "org/bytedeco/javacpp/Loader.class",
                    "org/bytedeco/tensorflowlite/Interpreter.class");

    private ClassPath() {}

    static List<Path> ofRunner() {
        var parts = new ArrayList<Path>();
        for (String marker : MARKERS) {
            locate(marker).ifPresent(parts::add);
        }
        for (String folder : NativeLibraries.foldersOfThisPlatform()) {
            locate(folder).filter(part -> !parts.contains(part)).ifPresent(parts::add);
        }
        return parts;
    }

    static String join(List<Path> parts) {
        return parts.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /// The jar or folder that holds a file. No class is loaded, so that no native code comes into
    /// this process.
    private static Optional<Path> locate(String resource) {
        return Optional.ofNullable(RunnerMain.class.getClassLoader().getResource(resource))
                .flatMap(url -> container(url, resource))
                .filter(Files::exists);
    }

    private static Optional<Path> container(URL url, String resource) {
        try {
            var text = url.toString();
            var root = text.substring(0, text.length() - resource.length());
            if (root.startsWith("jar:") && root.endsWith("!/")) {
                root = root.substring("jar:".length(), root.length() - "!/".length());
            }
            return root.startsWith("file:")
                    ? Optional.of(Path.of(new java.net.URI(root)))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
