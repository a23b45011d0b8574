package dev.lathe.model.flatbuffer;

import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.work.IoReason;
import dev.lathe.model.work.SpecialFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Files that hold a flatbuffer.
public final class FlatFile {
    private FlatFile() {}

    /// The four letters that say what kind of flatbuffer a file holds; empty if it cannot be read
    /// or is too short.
    public static String identifier(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var stream = Files.newInputStream(file)) {
            return Flatbuffer.identifier(MemorySegment.ofArray(stream.readNBytes(8)));
        } catch (IOException _) {
            return ""; // whoever opens it says why
        }
    }

    /// The whole file, mapped and read-only.
    ///
    /// @throws ModelFormatException if it is no file, is empty or cannot be read
    public static MemorySegment map(Path file) throws ModelFormatException {
        if (Files.isDirectory(file)) {
            throw new ModelFormatException(
                    "Cannot open " + file + ": it is a folder; choose a model file in it");
        }
        var special = SpecialFile.kind(file);
        if (special.isPresent()) {
            throw new ModelFormatException(
                    "Cannot open "
                            + file
                            + ": it is "
                            + special.get()
                            + "; save what it gives to a file and open that");
        }
        try (var channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size == 0) {
                throw new ModelFormatException(
                        "Cannot open " + file + ": it is empty; export or download it again");
            }
            return channel.map(MapMode.READ_ONLY, 0, size, Arena.ofAuto());
        } catch (NoSuchFileException e) {
            throw new ModelFormatException(
                    "Cannot open " + file + ": there is no such file; check the path", e);
        } catch (IOException e) {
            throw new ModelFormatException(
                    "Cannot open "
                            + file
                            + ": it cannot be read ("
                            + IoReason.of(e)
                            + "); check its permissions",
                    e);
        }
    }
}
