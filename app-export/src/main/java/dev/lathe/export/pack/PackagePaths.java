package dev.lathe.export.pack;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Where things are in a package.
final class PackagePaths {
    static final String MANIFEST = "manifest.json";
    static final String MODEL = "model/model.onnx";
    static final String MODEL_FOLDER = "model/";
    static final String IO = "io.json";
    static final String RECIPE = "recipe.json";
    static final String METRICS = "metrics.json";
    static final String README = "README.txt";
    static final String TEST_FOLDER = "testdata/";
    static final String TEST_INDEX = "testdata/index.json";

    /// What no package can be without, beside the manifest.
    static final List<String> REQUIRED = List.of(IO, METRICS, MODEL, README, RECIPE, TEST_INDEX);

    private static final Pattern SEGMENT = Pattern.compile("[^/\\\\:\\x00-\\x1f\\x7f]+");
    private static final Set<String> DOTS = Set.of(".", "..");
    private static final int MAX_LENGTH = 1_000;

    private PackagePaths() {}

    /// Whether a path can be unpacked anywhere without leaving the folder it is unpacked to.
    static boolean isSafe(String path) {
        if (path.isEmpty() || path.length() > MAX_LENGTH) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || DOTS.contains(segment)) {
                return false;
            }
        }
        return true;
    }
}
