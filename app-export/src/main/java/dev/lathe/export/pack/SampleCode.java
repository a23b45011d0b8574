package dev.lathe.export.pack;

import dev.lathe.export.target.OnnxRuntimeVersion;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The programs, the words and the licence that go into every package.
final class SampleCode {
    static final String JAVA = "sample/java/LatheSample.java";
    static final String PYTHON = "sample/python/sample.py";
    private static final String REQUIREMENTS = "sample/python/requirements.txt";

    private SampleCode() {}

    static List<PackageFile> write(ExportRequest request, Graph graph, TestVectors vectors) {
        String minimum = OnnxRuntimeVersion.minimum(request.model().header());
        return List.of(
                file(JAVA, "LatheSample.java.txt", javaConstants(graph, vectors)),
                file(PYTHON, "sample.py.txt", Map.of()),
                file(REQUIREMENTS, "requirements.txt", Map.of("{minimum}", minimum)),
                file(
                        PackagePaths.README,
                        "README.txt",
                        Map.of(
                                "{id}",
                                request.id().toString(),
                                "{minimum}",
                                minimum,
                                "{tested}",
                                OnnxRuntimeVersion.TESTED)),
                file("LICENSES/Apache-2.0.txt", "Apache-2.0.txt", Map.of()));
    }

    private static Map<String, String> javaConstants(Graph graph, TestVectors vectors) {
        var tolerances = vectors.tolerances().values();
        return Map.of(
                "/*inputs*/", literals(graph.requiredInputs()),
                "/*outputs*/", literals(graph.outputs()),
                "/*absolute*/", numbers(tolerances.stream().map(Tolerance::absolute).toList()),
                "/*relative*/", numbers(tolerances.stream().map(Tolerance::relative).toList()),
                "/*cases*/0", Integer.toString(vectors.cases().size()));
    }

    private static String literals(List<Value> values) {
        return values.stream()
                .map(value -> "\"" + escaped(value.name()) + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String numbers(Collection<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// A text between the quotes of a Java string. Unicode escapes would be translated before the
    /// literal is read, so that quotes and control characters get octal ones.
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                escaped.append("\\%03o".formatted((int) c));
            } else if (c > '~') {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static PackageFile file(String path, String template, Map<String, String> words) {
        String text = resource(template);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        return PackageFile.of(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) {
        try (var stream = SampleCode.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
