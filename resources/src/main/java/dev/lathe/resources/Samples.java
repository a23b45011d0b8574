package dev.lathe.resources;

import dev.lathe.resources.Sample.SampleData;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The models that come with Lathe. They are unpacked into a cache folder, since models are mapped
/// from files.
public final class Samples {

    /// A convolutional classifier of clothes with 2,000 labelled images and 1,000 to calibrate
    /// with.
    public static final Sample FASHION =
            new Sample(
                    "fashion-cnn",
                    Optional.of(
                            new SampleData(
                                    "t2k-images-idx3-ubyte.gz",
                                    "calib1k-images-idx3-ubyte.gz",
                                    "fashion-mnist")));

    /// A recurrent network that predicts the next character of a text.
    public static final Sample CHARACTERS = new Sample("char-gru", Optional.empty());

    private static final List<Sample> ALL = List.of(FASHION, CHARACTERS);
    private static final String MODEL = "model.onnx";

    private final Path cacheFolder;

    /// Samples that are unpacked into the given folder, which is made when it is needed.
    public Samples(Path cacheFolder) {
        this.cacheFolder = cacheFolder;
    }

    /// All samples, in the order in which they are shown.
    public static List<Sample> all() {
        return ALL;
    }

    /// The sample with an id.
    public static Optional<Sample> find(String id) {
        return ALL.stream().filter(sample -> sample.id().equals(id)).findFirst();
    }

    /// Unpacks a sample, unless it is there already. Each file lies in a folder named after the
    /// hash of its content, so that a file once unpacked never changes.
    public SampleFiles unpack(Sample sample) throws IOException {
        var model = unpack(sample, MODEL);
        if (sample.data().isEmpty()) {
            return new SampleFiles(model, Optional.empty(), Optional.empty());
        }
        var data = sample.data().get();
        return new SampleFiles(
                model,
                Optional.of(unpackImages(sample, data.evaluation())),
                Optional.of(unpackImages(sample, data.calibration())));
    }

    private Path unpackImages(Sample sample, String images) throws IOException {
        var labels = images.replace("images-idx3", "labels-idx1");
        var imageBytes = read(sample, images);
        var folder = folder(sample, imageBytes);
        write(folder.resolve(labels), read(sample, labels));
        return write(folder.resolve(images), imageBytes);
    }

    private Path unpack(Sample sample, String name) throws IOException {
        var bytes = read(sample, name);
        return write(folder(sample, bytes).resolve(name), bytes);
    }

    private Path folder(Sample sample, byte[] bytes) {
        return cacheFolder.resolve(sample.id()).resolve(hash(bytes));
    }

    private static byte[] read(Sample sample, String name) throws IOException {
        var path = "samples/" + sample.id() + "/" + name;
        try (var stream = Samples.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new FileNotFoundException(
                        "The sample file " + path + " is not part of Lathe");
            }
            return stream.readAllBytes();
        }
    }

    private static Path write(Path target, byte[] bytes) throws IOException {
        if (Files.exists(target) && Files.size(target) == bytes.length) {
            return target;
        }
        Files.createDirectories(target.getParent());
        var part = target.resolveSibling("." + UUID.randomUUID());
        try {
            Files.write(part, bytes);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
        return target;
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
