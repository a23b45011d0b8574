package dev.lathe.export.pack;

import dev.lathe.export.pack.TestVectors.Case;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Npy;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Test vectors as files: `testdata/index.json` and one `.npy` for each tensor.
final class TestDataFiles {
    private static final int MAX_CASES = 1_000;

    private TestDataFiles() {}

    /// @param origin what the inputs are, for people
    static List<PackageFile> write(TestVectors vectors, String origin) {
        var files = new ArrayList<PackageFile>();
        var index = PackageJson.object();
        index.put("inputs", origin);
        var tolerances = index.putArray("tolerances");
        vectors.tolerances()
                .forEach((name, tolerance) ->
                        tolerances
                                .addObject()
                                .put("output", name)
                                .put("absolute", tolerance.absolute())
                                .put("relative", tolerance.relative()));
        var cases = index.putArray("cases");
        for (int i = 0; i < vectors.cases().size(); i++) {
            var one = vectors.cases().get(i);
            var json = cases.addObject();
            String folder = "case-" + i + "/";
            write(one.inputs(), folder + "input-", json.putArray("inputs"), files);
            write(one.outputs(), folder + "output-", json.putArray("outputs"), files);
        }
        files.add(PackageFile.of(PackagePaths.TEST_INDEX, PackageJson.bytes(index)));
        return files;
    }

    private static void write(
            SequencedMap<String, Tensor> tensors,
            String prefix,
            ArrayNode list,
            List<PackageFile> files) {
        for (Map.Entry<String, Tensor> entry : tensors.sequencedEntrySet()) {
            String file = prefix + list.size() + ".npy";
            list.addObject().put("name", entry.getKey()).put("file", file);
            files.add(
                    PackageFile.of(PackagePaths.TEST_FOLDER + file, Npy.encode(entry.getValue())));
        }
    }

    /// Reads test vectors.
    ///
    /// @param files the content of the files under `testdata/`, by path in the package
    /// @throws BrokenPackageException with a clause for people if they are not as they should be
    static TestVectors read(Map<String, byte[]> files) throws BrokenPackageException {
        try {
            var index = PackageJson.parse(content(files, PackagePaths.TEST_INDEX));
            var tolerances = new LinkedHashMap<String, Tolerance>();
            for (JsonNode json : index.path("tolerances")) {
                double absolute = number(json, "absolute");
                double relative = number(json, "relative");
                tolerances.put(text(json, "output"), new Tolerance(absolute, relative));
            }
            var cases = new ArrayList<Case>();
            for (JsonNode json : index.path("cases")) {
                cases.add(
                        new Case(
                                read(json.path("inputs"), files),
                                read(json.path("outputs"), files)));
            }
            if (cases.isEmpty() || cases.size() > MAX_CASES) {
                throw new BrokenPackageException("its test data has no cases or too many");
            }
            return new TestVectors(cases, tolerances);
        } catch (JacksonException e) {
            throw new BrokenPackageException("its test data has an index that is not JSON", e);
        }
    }

    private static SequencedMap<String, Tensor> read(JsonNode list, Map<String, byte[]> files)
            throws BrokenPackageException {
        var tensors = new LinkedHashMap<String, Tensor>();
        for (JsonNode json : list) {
            String name = text(json, "name");
            byte[] bytes = content(files, PackagePaths.TEST_FOLDER + text(json, "file"));
            try {
                tensors.put(name, Npy.decode(name, bytes));
            } catch (DatasetException e) {
                throw new BrokenPackageException(
                        "its test data cannot be read: " + e.getMessage(), e);
            }
        }
        return tensors;
    }

    private static byte[] content(Map<String, byte[]> files, String path)
            throws BrokenPackageException {
        return Optional.ofNullable(files.get(path))
                .orElseThrow(() ->
                        new BrokenPackageException(
                                "its test data names " + path + ", which is not there"));
    }

    private static String text(JsonNode json, String field) throws BrokenPackageException {
        if (!json.path(field).isString()) {
            throw new BrokenPackageException("its test data has no '" + field + "'");
        }
        return json.path(field).stringValue();
    }

    private static double number(JsonNode json, String field) throws BrokenPackageException {
        double number = json.path(field).isNumber() ? json.path(field).doubleValue() : -1;
        if (!(number >= 0)) {
            throw new BrokenPackageException("its test data has no '" + field + "'");
        }
        return number;
    }
}
