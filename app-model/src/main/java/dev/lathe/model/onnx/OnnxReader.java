package dev.lathe.model.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.graph.ModelOrigin.Form;
import dev.lathe.model.onnx.proto.ModelProto;
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
import java.util.Optional;

/// Reads ONNX files: binary or text, compressed or not. The file is mapped, and tensors point into
/// the mapping: no weight of a plain binary file is copied.
///
/// Nothing in a file is run, and nothing outside its folder is read.
public final class OnnxReader {
    /// The most that one protobuf message can take.
    static final long MAX_FILE_BYTES = Integer.MAX_VALUE;

    /// How deep messages may be nested. A graph inside a node inside a graph takes three levels.
    static final int MAX_DEPTH = 192;

    private OnnxReader() {}

    /// The model that a file holds.
    ///
    /// @throws ModelFormatException if the file cannot be read or holds no ONNX model
    public static ModelGraph read(Path file) throws ModelFormatException {
        var path = file.toAbsolutePath();
        var bytes = map(path);
        try {
            return FileForm.isGzip(bytes) ? compressed(path, bytes) : plain(path, bytes);
        } catch (OutOfMemoryError e) { // of what was read, all is garbage now
            throw new ModelFormatException(
                    "Cannot open "
                            + file
                            + ": what it holds takes more memory than there is; give Lathe more"
                            + " memory if you trust the file",
                    e);
        }
    }

    private static ModelGraph plain(Path file, MemorySegment bytes) throws ModelFormatException {
        if (FileForm.isText(bytes)) {
            var origin = new ModelOrigin(file, bytes, Form.TEXT, Optional.empty());
            return decode(TextForm.parse(file, bytes), origin);
        }
        return decode(parse(file, bytes), new ModelOrigin(file, bytes));
    }

    private static ModelGraph compressed(Path file, MemorySegment bytes)
            throws ModelFormatException {
        var unpacked = CompressedFile.unpack(file, bytes);
        if (FileForm.isText(unpacked)) {
            var origin = new ModelOrigin(file, bytes, Form.COMPRESSED_TEXT, Optional.empty());
            return decode(TextForm.parse(file, unpacked), origin);
        }
        return decode(
                parse(file, unpacked),
                new ModelOrigin(file, bytes, Form.COMPRESSED, Optional.of(unpacked)));
    }

    private static ModelGraph decode(ModelProto proto, ModelOrigin origin)
            throws ModelFormatException {
        if (!proto.hasGraph()) {
            throw new ModelFormatException(
                    "Cannot open "
                            + origin.file()
                            + ": it holds no ONNX graph; choose a file that was exported as ONNX");
        }
        return new ModelDecoder(origin.file(), proto).decode(origin);
    }

    private static MemorySegment map(Path file) throws ModelFormatException {
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
            if (size > MAX_FILE_BYTES) {
                throw new ModelFormatException(
                        "Cannot open "
                                + file
                                + ": it is larger than the 2 GiB that an ONNX file can have; save"
                                + " the model with external data");
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

    private static ModelProto parse(Path file, MemorySegment bytes) throws ModelFormatException {
        try {
            CodedInputStream input =
                    UnsafeByteOperations.unsafeWrap(bytes.asByteBuffer()).newCodedInput();
            input.enableAliasing(true);
            input.setRecursionLimit(MAX_DEPTH);
            return ModelProto.parseFrom(input);
        } catch (InvalidProtocolBufferException e) {
            throw new ModelFormatException(
                    "Cannot open "
                            + file
                            + ": it is not an ONNX file or is damaged ("
                            + reason(e)
                            + "); export or download it again",
                    e);
        } catch (IOException e) {
            throw new ModelFormatException(
                    "Cannot open " + file + ": reading failed; try again", e);
        }
    }

    private static String reason(InvalidProtocolBufferException failure) {
        var message = String.valueOf(failure.getMessage());
        if (message.contains("truncated") || message.contains("ended unexpectedly")) {
            return "it ends too early";
        }
        return message.contains("too many levels") ? "it is nested too deep" : "bad protobuf data";
    }
}
