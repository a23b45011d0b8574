package dev.lathe.export.target;

import dev.lathe.model.graph.ModelHeader;
import java.util.List;

/// The oldest ONNX Runtime that runs a model, by its operator set and the version of its
/// intermediate representation.
///
/// The figures are those of ONNX Runtime's compatibility page
/// (`onnxruntime.ai/docs/reference/compatibility.html`). Operator sets and representations that it
/// does not list need the version that Lathe is tested with.
public final class OnnxRuntimeVersion {
    /// The version that Lathe is tested with.
    public static final String TESTED = "1.28.0";

    private static final List<Release> RELEASES =
            List.of(
                    new Release("1.0.0", 11, 6),
                    new Release("1.3.0", 12, 7),
                    new Release("1.6.0", 13, 7),
                    new Release("1.8.0", 14, 7),
                    new Release("1.9.0", 15, 8),
                    new Release("1.11.0", 16, 8),
                    new Release("1.12.0", 17, 8),
                    new Release("1.14.0", 18, 8),
                    new Release("1.15.0", 19, 8),
                    new Release("1.16.0", 19, 9),
                    new Release("1.17.0", 20, 9),
                    new Release("1.18.0", 21, 10));

    private OnnxRuntimeVersion() {}

    /// The oldest version that runs a model with a header.
    public static String minimum(ModelHeader header) {
        return RELEASES.stream()
                .filter(release -> release.opset >= header.opset())
                .filter(release -> release.irVersion >= header.irVersion())
                .map(Release::version)
                .findFirst()
                .orElse(TESTED);
    }

    /// A release with the newest operator set and representation that it runs.
    private record Release(String version, long opset, long irVersion) {}
}
