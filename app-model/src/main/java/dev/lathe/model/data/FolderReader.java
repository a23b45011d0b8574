package dev.lathe.model.data;

import dev.lathe.model.data.ImageFolder.Entry;
import dev.lathe.model.work.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Finds out what a folder holds: classes, unlabelled images, or an IDX pair.
final class FolderReader {
    private final Path folder;
    private final Preprocess preprocess;

    FolderReader(Path folder, Preprocess preprocess) {
        this.folder = folder;
        this.preprocess = preprocess;
    }

    Dataset open() throws DatasetException {
        try {
            var images = ImageFolder.list(folder, ImageDecoder::isImage);
            var classes = ImageFolder.list(folder, FolderReader::holdsImages);
            if (images.isEmpty() && classes.isEmpty()) {
                return openIdx();
            }
            if (!images.isEmpty() && !classes.isEmpty()) {
                throw refusal(
                        "it holds images both directly and in subfolders such as '"
                                + classes.getFirst().getFileName()
                                + "'; keep one of the two");
            }
            return classes.isEmpty() ? openUnlabelled(images) : openClasses(classes);
        } catch (IOException e) {
            throw new DatasetException(
                    "Cannot read the data folder " + folder + ": " + IoReason.of(e), e);
        }
    }

    private Dataset openUnlabelled(List<Path> images) throws DatasetException {
        var entries =
                images.stream()
                        .map(file ->
                                new Entry(file.getFileName().toString(), file, OptionalInt.empty()))
                        .toList();
        return ImageFolder.of(entries, List.of(), preprocess);
    }

    private Dataset openClasses(List<Path> withImages) throws IOException, DatasetException {
        var folders = ImageFolder.list(folder, Files::isDirectory);
        for (Path classFolder : folders) {
            if (!withImages.contains(classFolder)) {
                throw refusal(
                        "its subfolder '"
                                + classFolder.getFileName()
                                + "' holds no images, so that it is unclear whether it is a class;"
                                + " remove it");
            }
        }
        var names = folders.stream().map(f -> f.getFileName().toString()).toList();
        var labels = preprocess.labels().isEmpty() ? names : preprocess.labels();
        var entries = new ArrayList<Entry>();
        for (Path classFolder : folders) {
            String name = classFolder.getFileName().toString();
            int label = labels.indexOf(name);
            if (label < 0) {
                throw refusal(
                        "its subfolder '"
                                + name
                                + "' is not among the labels of the preprocessing ("
                                + shortened(labels)
                                + ")");
            }
            for (Path file : ImageFolder.list(classFolder, ImageDecoder::isImage)) {
                entries.add(
                        new Entry(name + "/" + file.getFileName(), file, OptionalInt.of(label)));
            }
        }
        return ImageFolder.of(entries, labels, preprocess);
    }

    private Dataset openIdx() throws IOException, DatasetException {
        var pairs = ImageFolder.list(folder, IdxFiles::isImages);
        if (pairs.size() == 1) {
            return IdxFiles.open(pairs.getFirst(), preprocess);
        }
        if (pairs.size() > 1) {
            throw refusal(
                    "it holds several IDX files; give one of them, such as "
                            + pairs.getFirst().getFileName());
        }
        var nested =
                ImageFolder.list(folder, child -> Files.isDirectory(child) && holdsClasses(child));
        if (!nested.isEmpty()) {
            throw refusal(
                    "its images are two levels down; give one of its subfolders, such as '"
                            + nested.getFirst().getFileName()
                            + "'");
        }
        throw refusal("it holds no JPEG, PNG, BMP or GIF images");
    }

    private static boolean holdsImages(Path child) {
        return any(child, ImageDecoder::isImage);
    }

    private static boolean holdsClasses(Path child) {
        return any(child, FolderReader::holdsImages);
    }

    private static boolean any(Path folder, java.util.function.Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.anyMatch(wanted);
        } catch (IOException e) {
            return false;
        }
    }

    private static String shortened(List<String> labels) {
        return labels.size() <= 10
                ? String.join(", ", labels)
                : String.join(", ", labels.subList(0, 10)) + ", …";
    }

    private DatasetException refusal(String reason) {
        return new DatasetException("Cannot use the data folder " + folder + ": " + reason);
    }
}
