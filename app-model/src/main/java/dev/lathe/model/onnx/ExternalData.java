package dev.lathe.model.onnx;

import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.onnx.proto.StringStringEntryProto;
import dev.lathe.model.onnx.proto.TensorProto;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The files beside a model that hold tensors, each mapped once. A file outside the model's own
/// folder is never opened, whether it is named by an absolute path, by `..` or through a link.
final class ExternalData {
    private final Path folder;
    private final Map<String, MappedFile> files = new HashMap<>();

    ExternalData(Path modelFile) {
        this.folder = modelFile.toAbsolutePath().normalize().resolveSibling("");
    }

    /// A mapped file, or why there is none.
    private record MappedFile(MemorySegment bytes, String problem) {}

    /// Where the elements of an external tensor are.
    TensorContent content(TensorProto proto) {
        String location = "";
        long offset = 0;
        long length = -1;
        try {
            for (StringStringEntryProto entry : proto.getExternalDataList()) {
                switch (entry.getKey()) {
                    case "location" -> location = entry.getValue();
                    case "offset" -> offset = Long.parseLong(entry.getValue());
                    case "length" -> length = Long.parseLong(entry.getValue());
                    default -> {} // checksum and whatever else is kept in the extras
                }
            }
        } catch (NumberFormatException e) {
            return new Missing(location, 0, 0, "its offset or length is not a number");
        }
        var file = files.computeIfAbsent(location, this::map);
        if (!file.problem.isEmpty()) {
            return new Missing(location, offset, Math.max(0, length), file.problem);
        }
        long available = file.bytes.byteSize() - offset;
        long wanted = length < 0 ? available : length;
        if (offset < 0 || available < 0 || wanted > available) {
            return new Missing(location, offset, Math.max(0, length), "the file is too short");
        }
        return new External(location, offset, file.bytes.asSlice(offset, wanted));
    }

    private MappedFile map(String location) {
        try {
            var file = folder.resolve(location);
            if (location.isEmpty() || Path.of(location).isAbsolute() || isOutside(file)) {
                return problem("the location is outside the model's folder and was not read");
            }
            if (!Files.isRegularFile(file)) {
                return problem("there is no such file beside the model");
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                return problem("the location is outside the model's folder and was not read");
            }
            try (var channel = FileChannel.open(file)) {
                return new MappedFile(
                        channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()), "");
            }
        } catch (InvalidPathException e) {
            return problem("the location is not a file name");
        } catch (IOException e) {
            return problem("the file cannot be read");
        }
    }

    private boolean isOutside(Path file) {
        return !file.normalize().startsWith(folder);
    }

    private static MappedFile problem(String problem) {
        return new MappedFile(MemorySegment.NULL, problem);
    }
}
