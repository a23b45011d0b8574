package dev.lathe.export.pack;

import dev.lathe.model.graph.ModelGraph;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is known of the licence of the model.
final class Licenses {
    private static final String PATH = "LICENSES/MODEL.txt";
    private static final List<String> KEYS = List.of("license", "licence", "spdx");

    private Licenses() {}

    /// The licence that the request gives or else the one that the model's metadata names.
    static Optional<PackageFile> ofModel(ExportRequest request) {
        return request.license()
                .map(ModelLicense::text)
                .or(() -> stated(request.model()))
                .map(text -> text.endsWith("\n") ? text : text + "\n")
                .map(text -> PackageFile.of(PATH, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> stated(ModelGraph model) {
        return model.header().metadata().entrySet().stream()
                .filter(entry -> KEYS.contains(entry.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(license -> "The metadata of the model states this licence: " + license);
    }
}
