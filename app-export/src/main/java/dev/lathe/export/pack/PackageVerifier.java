package dev.lathe.export.pack;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.work.IoReason;
import dev.lathe.model.work.Progress;
import dev.lathe.model.work.SpecialFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/// Checks packages: that every file is there and as the manifest says, that no other file is, and
/// that the model gives the expected outputs.
public final class PackageVerifier {
    private static final long MAX_MANIFEST_BYTES = 16L << 20;
    private static final long MAX_TEST_BYTES = 1L << 30;

    /// More than the package can be worth, even if all of it was compressed again.
    private static final long MAX_EXPANSION = 200;

    private static final long ALWAYS_ALLOWED_BYTES = 64L << 20;

    private final Path file;
    private final ModelRunner runner;
    private final Progress progress;
    private final List<String> problems = new ArrayList<>();
    private int checked;

    private PackageVerifier(Path file, ModelRunner runner, Progress progress) {
        this.file = file;
        this.runner = runner;
        this.progress = progress;
    }

    /// Checks a package. Whatever is wrong with it, also that it is none, is a problem in the
    /// result. The model is only run if all files are as they should be.
    public static Verification verify(Path zip, ModelRunner runner, Progress progress)
            throws InterruptedException {
        return new PackageVerifier(zip, runner, progress).verify();
    }

    private String noFile() {
        return Files.exists(file)
                ? "it is " + SpecialFile.kind(file).orElse("a folder")
                : "there is no such file";
    }

    private Verification verify() throws InterruptedException {
        try {
            if (!Files.isRegularFile(file)) {
                report(noFile());
            } else {
                verifyArchive();
            }
        } catch (ZipException e) {
            report("it is no ZIP archive or is damaged (" + e.getMessage() + ")");
        } catch (IOException e) {
            report("it cannot be read: " + IoReason.of(e));
        } catch (BrokenPackageException e) {
            report(e.clause());
        }
        return new Verification(problems.isEmpty(), checked, problems);
    }

    private void verifyArchive() throws IOException, InterruptedException, BrokenPackageException {
        try (var archive = PackageArchive.open(file)) {
            if (!archive.contains(PackagePaths.MANIFEST)) {
                report("it is no package: it has no " + PackagePaths.MANIFEST);
                return;
            }
            var manifest = Manifest.read(archive.read(PackagePaths.MANIFEST, MAX_MANIFEST_BYTES));
            verifyList(archive, manifest);
            if (problems.isEmpty()) {
                verifyFiles(archive, manifest);
            }
            if (problems.isEmpty() && !archive.isCanonical(progress)) {
                report(
                        "its files are as its manifest says, but the archive is not as it was written;"
                                + " get or export the package again");
            }
            if (problems.isEmpty()) {
                verifyOutputs(archive, manifest);
            }
        }
    }

    private void verifyList(PackageArchive archive, Manifest manifest) throws IOException {
        var listed = new HashSet<String>();
        long total = 0;
        for (Manifest.Listed entry : manifest.files()) {
            if (!listed.add(entry.path())) {
                report("its manifest lists " + entry.path() + " twice");
            }
            if (!archive.contains(entry.path())) {
                report("the file " + entry.path() + " is missing");
            }
            total = Math.min(total, Long.MAX_VALUE - entry.bytes()) + entry.bytes();
        }
        for (String path : archive.paths()) {
            if (!listed.contains(path) && !path.equals(PackagePaths.MANIFEST)) {
                report("the file " + path + " is not in its manifest");
            }
        }
        for (String path : PackagePaths.REQUIRED) {
            if (!listed.contains(path)) {
                report("its manifest does not list " + path);
            }
        }
        if (total > Files.size(file) * MAX_EXPANSION + ALWAYS_ALLOWED_BYTES) {
            report("its manifest lists " + total + " bytes, which so small a file cannot hold");
        }
    }

    private void verifyFiles(PackageArchive archive, Manifest manifest)
            throws IOException, InterruptedException, BrokenPackageException {
        for (Manifest.Listed entry : manifest.files()) {
            try {
                archive.check(entry, progress)
                        .ifPresent(problem -> report("the file " + entry.path() + " " + problem));
            } catch (ZipException e) {
                report("the file " + entry.path() + " cannot be unpacked");
            }
            checked++;
            progress.update(checked, manifest.files().size());
        }
    }

    private void verifyOutputs(PackageArchive archive, Manifest manifest)
            throws IOException, InterruptedException, BrokenPackageException {
        var vectors = TestDataFiles.read(testData(archive, manifest));
        try (var staging = StagingFolder.create()) {
            for (Manifest.Listed entry : manifest.files()) {
                if (entry.path().startsWith(PackagePaths.MODEL_FOLDER)) {
                    archive.extract(entry.path(), staging.resolve(entry.path()), progress);
                }
            }
            var model = ModelFiles.read(staging.resolve(PackagePaths.MODEL));
            problems.addAll(VectorCheck.run(model, vectors, runner, progress));
        } catch (ModelFormatException | ModelRunException e) {
            report("its model cannot be run: " + e.getMessage());
        }
    }

    private static Map<String, byte[]> testData(PackageArchive archive, Manifest manifest)
            throws IOException, BrokenPackageException {
        var files = new HashMap<String, byte[]>();
        long total = 0;
        for (Manifest.Listed entry : manifest.files()) {
            if (entry.path().startsWith(PackagePaths.TEST_FOLDER)) {
                total += entry.bytes();
                if (total > MAX_TEST_BYTES) {
                    throw new BrokenPackageException("its test data is larger than 1 GiB");
                }
                files.put(entry.path(), archive.read(entry.path(), entry.bytes()));
            }
        }
        return files;
    }

    private void report(String clause) {
        problems.add("Cannot rely on the package " + file + ": " + clause);
    }
}
