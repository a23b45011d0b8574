package dev.lathe.model.onnx;

import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.onnx.proto.StringStringEntryProto;
import dev.lathe.model.onnx.proto.TensorProto;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The files beside a model that hold tensors, each mapped once. A file outside the model's own
/// folder is never opened.
public final class ExternalData {
    /// A model has one data file or one for each tensor; looking for millions of them would take
    /// minutes, and a system cannot map that many.
    private static final int MAX_FILES = 16_384;

    private final DataFolder folder;
    private final Map<String, MappedFile> files = new HashMap<>();

    /// The data files of a model.
    public ExternalData(Path modelFile) {
        this.folder = new DataFolder(modelFile);
    }

    /// A mapped file, or why there is none.
    private record MappedFile(MemorySegment bytes, String problem) {}

    /// Where the elements of an external tensor are.
    ///
    /// @param neededBytes what the shape asks for, taken where the file states no length
    TensorContent content(TensorProto proto, long neededBytes) {
        String location = "";
        long offset = 0;
        long length = Math.max(0, neededBytes);
        try {
            for (StringStringEntryProto entry : proto.getExternalDataList()) {
                switch (entry.getKey()) {
                    case "location" -> location = entry.getValue();
                    case "offset" -> offset = Long.parseLong(entry.getValue());
                    case "length" -> length = Long.parseLong(entry.getValue());
                    default -> {} // a checksum of the file, or what this version does not know
                }
            }
        } catch (NumberFormatException e) {
            return new Missing(location, 0, 0, "its offset or length is not a number");
        }
        return content(location, offset, length);
    }

    /// Where elements are that a model says are in a file, or why they cannot be had.
    ///
    /// @param location relative to the model's folder
    public TensorContent content(String location, long offset, long length) {
        var file = file(location);
        if (!file.problem.isEmpty()) {
            return new Missing(location, offset, Math.max(0, length), file.problem);
        }
        if (offset < 0) {
            return new Missing(
                    location, offset, Math.max(0, length), "its offset " + offset + " is negative");
        }
        if (length < 0) {
            return new Missing(location, offset, 0, "its length " + length + " is negative");
        }
        if (length > file.bytes.byteSize() - offset) {
            return new Missing(location, offset, length, "the file is too short");
        }
        return new External(location, offset, file.bytes.asSlice(offset, length));
    }

    private MappedFile file(String location) {
        var known = files.get(location);
        if (known != null) {
            return known;
        }
        if (files.size() >= MAX_FILES) {
            return problem("the model names more than " + MAX_FILES + " data files");
        }
        var mapped = map(location);
        files.put(location, mapped);
        return mapped;
    }

    private MappedFile map(String location) {
        try (var channel = folder.open(location)) {
            return new MappedFile(
                    channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()), "");
        } catch (FileSystemException e) {
            return problem("the file cannot be read");
        } catch (IOException e) {
            return problem(String.valueOf(e.getMessage()));
        }
    }

    private static MappedFile problem(String problem) {
        return new MappedFile(MemorySegment.NULL, problem);
    }
}
