package dev.lathe.model.onnx;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.work.AtomicFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The data files that an unedited model was read with.
final class OriginalData {
    private final DataFolder folder;
    private final Map<String, List<External>> byLocation;

    OriginalData(ModelGraph model, ModelOrigin origin) {
        this.folder = new DataFolder(origin.file());
        this.byLocation = byLocation(model);
    }

    /// The locations that a model has tensors in.
    static Set<String> locations(ModelGraph model) {
        return byLocation(model).keySet();
    }

    private static Map<String, List<External>> byLocation(ModelGraph model) {
        var found = new LinkedHashMap<String, List<External>>();
        for (Tensor tensor : ModelTensors.all(model)) {
            if (tensor.content() instanceof External external) {
                found.computeIfAbsent(external.location(), _ -> new ArrayList<>()).add(external);
            }
        }
        return found;
    }

    /// Whether the files still hold what was read from them. They may have been replaced, and what
    /// was read is then only in memory.
    boolean isIntact() {
        return byLocation.entrySet().stream()
                .allMatch(entry -> isIntact(entry.getKey(), entry.getValue()));
    }

    private boolean isIntact(String location, List<External> tensors) {
        try (var channel = folder.open(location);
                var arena = Arena.ofConfined()) {
            var bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            return tensors.stream().allMatch(tensor -> isAt(bytes, tensor));
        } catch (IOException e) {
            return false; // then it does not hold it
        }
    }

    private static boolean isAt(MemorySegment file, External tensor) {
        long size = tensor.bytes().byteSize();
        return tensor.offset() + size <= file.byteSize()
                && file.asSlice(tensor.offset(), size).mismatch(tensor.bytes()) == -1;
    }

    /// Copies the files to the folder of a target, if that is another one.
    ///
    /// @return the files that were made
    /// @throws FileSystemException of the target, if one of them cannot be written or exists there
    ///   with other content
    List<Path> copyTo(Path target) throws IOException, InterruptedException {
        var other = new DataFolder(target);
        if (Files.exists(other.path()) && Files.isSameFile(folder.path(), other.path())) {
            return List.of();
        }
        var made = new ArrayList<Path>();
        boolean done = false;
        try {
            for (String location : byLocation.keySet()) {
                var to = other.resolve(location);
                if (to.equals(target.toAbsolutePath().normalize())) {
                    throw new FileSystemException(
                            target.toString(), null, "a data file of the model has that name");
                }
                try (var from = folder.open(location)) {
                    if (!isThere(from, to)) {
                        made.add(to);
                        copy(from, to);
                    }
                } catch (IOException e) {
                    throw WriteFailure.ofDataFile(target, to, e);
                }
            }
            done = true;
            return made;
        } finally {
            if (!done) {
                for (Path file : made) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isThere(FileChannel from, Path to) throws IOException {
        if (!Files.exists(to)) {
            return false;
        }
        try (var there = FileChannel.open(to);
                var arena = Arena.ofConfined()) {
            var a = from.map(MapMode.READ_ONLY, 0, from.size(), arena);
            if (a.mismatch(there.map(MapMode.READ_ONLY, 0, there.size(), arena)) != -1) {
                throw new IOException("it exists with other content");
            }
            return true;
        }
    }

    private static void copy(FileChannel from, Path to) throws IOException, InterruptedException {
        Files.createDirectories(to.toAbsolutePath().resolveSibling(""));
        try (var arena = Arena.ofConfined()) {
            var bytes = from.map(MapMode.READ_ONLY, 0, from.size(), arena);
            AtomicFile.write(to, stream -> SegmentCopy.write(bytes, stream));
        }
    }
}
