package dev.lathe.export.pack;

import dev.lathe.export.target.ExportTarget;
import dev.lathe.export.target.OnnxRuntimeVersion;
import dev.lathe.model.graph.ModelGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The list of the files of a package with their hashes, and what the package is.
///
/// @param files all but the manifest itself, sorted by path
record Manifest(PackageId id, List<Listed> files) {
    static final String SCHEMA = "lathe-package-1";

    Manifest {
        files = List.copyOf(files);
    }

    /// A file as the manifest has it.
    record Listed(String path, long bytes, String sha256) {}

    /// The JSON of a manifest of the given files.
    static ObjectNode write(
            ExportRequest request, ModelGraph packaged, List<PackageFile> packageFiles) {
        var json = PackageJson.object();
        var id = request.id();
        json.put("schema", SCHEMA);
        json.put("id", id.toString());
        json.put("name", id.name());
        json.put("version", id.version());
        json.put("target", id.target().word());
        json.put("model", PackagePaths.MODEL);
        var runtime = json.putObject("runtime");
        runtime.put("name", id.target().runtime());
        runtime.put("minimumVersion", OnnxRuntimeVersion.minimum(packaged.header()));
        runtime.put("irVersion", packaged.header().irVersion());
        var opsets = runtime.putObject("opsets");
        packaged.header().opsets().forEach((domain, version) -> opsets.put(named(domain), version));
        request.provenance()
                .source()
                .ifPresent(source ->
                        json.putObject("source")
                                .put("file", source.file())
                                .put("sha256", source.sha256()));
        var list = json.putArray("files");
        packageFiles.stream()
                .sorted(Comparator.comparing(PackageFile::path))
                .forEach(file ->
                        list.addObject()
                                .put("path", file.path())
                                .put("bytes", file.size())
                                .put("sha256", file.sha256()));
        return json;
    }

    /// Reads a manifest.
    ///
    /// @throws BrokenPackageException with a clause for people if it is not one
    static Manifest read(byte[] bytes) throws BrokenPackageException {
        try {
            var json = PackageJson.parse(bytes);
            if (!text(json, "schema").equals(SCHEMA)) {
                throw new BrokenPackageException(
                        "its schema is '" + text(json, "schema") + "' and not '" + SCHEMA + "'");
            }
            var files = new ArrayList<Listed>();
            for (JsonNode file : json.path("files")) {
                files.add(listed(file));
            }
            return new Manifest(id(json), files);
        } catch (JacksonException e) {
            throw new BrokenPackageException("its manifest is not JSON", e);
        }
    }

    private static PackageId id(JsonNode json) throws BrokenPackageException {
        String word = text(json, "target");
        var target =
                ExportTarget.ofWord(word)
                        .orElseThrow(() ->
                                new BrokenPackageException(
                                        "its target '" + word + "' is not known"));
        var id = id(text(json, "name"), target, text(json, "version"));
        if (!text(json, "id").equals(id.toString())
                || !text(json, "model").equals(PackagePaths.MODEL)) {
            throw new BrokenPackageException("its manifest contradicts itself");
        }
        return id;
    }

    private static PackageId id(String name, ExportTarget target, String version)
            throws BrokenPackageException {
        try {
            return new PackageId(name, target, version);
        } catch (IllegalArgumentException e) {
            throw new BrokenPackageException("in its manifest " + e.getMessage(), e);
        }
    }

    private static Listed listed(JsonNode json) throws BrokenPackageException {
        var bytes = json.path("bytes");
        if (!bytes.isIntegralNumber() || !bytes.canConvertToLong() || bytes.longValue() < 0) {
            throw new BrokenPackageException("its manifest lists a file without a size");
        }
        return new Listed(text(json, "path"), bytes.longValue(), text(json, "sha256"));
    }

    private static String text(JsonNode json, String field) throws BrokenPackageException {
        var node = json.path(field);
        if (!node.isString()) {
            throw new BrokenPackageException("its manifest has no text '" + field + "'");
        }
        return node.stringValue();
    }

    private static String named(String domain) {
        return domain.isEmpty() ? "ai.onnx" : domain;
    }
}
