package dev.lathe.ui.export;

import java.util.List;

/// What is in every package.
final class PackageContents {
    static final List<PackagePart> PARTS =
            List.of(
                    new PackagePart("model/model.onnx", "model"),
                    new PackagePart("manifest.json", "manifest"),
                    new PackagePart("io.json", "io"),
                    new PackagePart("recipe.json", "recipe"),
                    new PackagePart("metrics.json", "metrics"),
                    new PackagePart("testdata/", "testdata"),
                    new PackagePart("sample/", "sample"),
                    new PackagePart("README.txt", "readme"),
                    new PackagePart("LICENSES/", "licenses"));

    private PackageContents() {}
}
