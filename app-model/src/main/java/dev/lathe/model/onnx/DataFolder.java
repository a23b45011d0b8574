package dev.lathe.model.onnx;

import dev.lathe.model.work.SpecialFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Pattern;

/// The folder of a model, in which its data files must be. A file outside is never opened, whether
/// it is named by an absolute path of any system, by `..` or through a link. Where the model itself
/// is a link, as in caches of downloads, its links may also lead to the folder that it is in
/// really.
final class DataFolder {
    private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");
    private static final Pattern ABSOLUTE = Pattern.compile("^(?:[/\\\\]|[A-Za-z]:).*");
    private static final String OUTSIDE =
            "the location is outside the model's folder and was not read";

    private static final String FOLDER = "the location is a folder and no file";

    private final Path model;
    private final Path folder;

    /// The folder that a model file is in.
    DataFolder(Path modelFile) {
        this.model = modelFile.toAbsolutePath().normalize();
        this.folder = model.resolveSibling("");
    }

    Path path() {
        return folder;
    }

    /// Opens a data file for reading.
    ///
    /// @throws IOException whose message is a clause for people if the location is not inside the
    ///   folder or there is no such file
    FileChannel open(String location) throws IOException {
        var file = resolve(location);
        if (Files.isDirectory(file)) {
            throw new IOException(FOLDER);
        }
        var special = SpecialFile.kind(file);
        if (special.isPresent()) {
            throw new IOException("the location is " + special.get() + " and no file");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no such file beside the model");
        }
        // What is opened is the file that was looked at, even if a link on the way to it changes.
        var real = file.toRealPath();
        if (!real.startsWith(folder.toRealPath())
                && !real.startsWith(model.toRealPath().resolveSibling(""))) {
            throw new IOException(OUTSIDE);
        }
        return FileChannel.open(real, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /// The path that a location names.
    ///
    /// @throws IOException whose message is a clause for people if that is not inside the folder
    Path resolve(String location) throws IOException {
        if (location.isEmpty()) {
            throw new IOException("the model names no file for it");
        }
        if (ABSOLUTE.matcher(location).matches()
                || Arrays.asList(SEPARATORS.split(location, -1)).contains("..")) {
            throw new IOException(OUTSIDE);
        }
        try {
            var file = folder.resolve(location).normalize();
            if (file.equals(folder)) {
                throw new IOException(FOLDER);
            }
            if (!file.startsWith(folder)) {
                throw new IOException(OUTSIDE);
            }
            return file;
        } catch (InvalidPathException e) {
            throw new IOException("the location is not a file name", e);
        }
    }
}
