package dev.lathe.model.onnx;

import dev.lathe.model.graph.ModelFormatException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The names of the data files that go with the models of a folder: `NAME.data`, or `NAME.2.data`
/// and so on where that is taken. A data file is never written over: another model of the folder
/// may use it, or an open one.
final class DataFileNames {
    private static final String ENDING = ".data";

    /// More bytes of other models are not searched for a name.
    private static final long MAX_SEARCHED_BYTES = 1L << 30;

    private DataFileNames() {}

    /// A name that no file has.
    static String unused(Path target) {
        var name = String.valueOf(target.getFileName());
        var candidate = name + ENDING;
        for (int i = 2; Files.exists(target.resolveSibling(candidate)); i++) {
            candidate = name + "." + i + ENDING;
        }
        return candidate;
    }

    /// The data files of the model that is at a path now, as far as they have names that are given
    /// here.
    static List<Path> ofReplaced(Path target) {
        if (!Files.isRegularFile(target)) {
            return List.of();
        }
        var pattern =
                Pattern.compile(
                        Pattern.quote(String.valueOf(target.getFileName()))
                                + "(\\.\\d+)?"
                                + Pattern.quote(ENDING));
        try {
            return OriginalData.locations(OnnxReader.read(target)).stream()
                    .filter(pattern.asMatchPredicate())
                    .map(target::resolveSibling)
                    .toList();
        } catch (ModelFormatException e) {
            return List.of(); // no model was there, so it had no data files
        }
    }

    /// Deletes data files of a model that was replaced, but not those that another file of the
    /// folder names.
    static void deleteUnused(List<Path> files, Path target) throws IOException {
        for (Path file : files) {
            if (!isNamedByAnother(file, target)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isNamedByAnother(Path file, Path target) throws IOException {
        var name = String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8);
        long left = MAX_SEARCHED_BYTES;
        try (var siblings = Files.list(target.toAbsolutePath().resolveSibling(""))) {
            for (Path sibling : siblings.filter(Files::isRegularFile).toList()) {
                if (Files.isSameFile(sibling, file) || sibling.toString().endsWith(ENDING)) {
                    continue;
                }
                left -= Files.size(sibling);
                if (left < 0 || sibling.toString().endsWith(".gz") || holds(sibling, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(Path file, byte[] name) throws IOException {
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            var bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            return ByteSearch.contains(bytes, name);
        }
    }
}
