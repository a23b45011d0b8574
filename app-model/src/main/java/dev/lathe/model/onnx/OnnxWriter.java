package dev.lathe.model.onnx;

import com.google.protobuf.CodedOutputStream;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.onnx.proto.ModelProto;
import dev.lathe.model.work.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/// Writes ONNX files. A model that was not edited is written byte for byte as it was read, with the
/// files that hold its external data; an edited one holds all its tensors itself.
public final class OnnxWriter {
    private static final int BUFFER_BYTES = 1 << 20;

    /// How many bytes one write to a channel takes from a mapped file.
    private static final long CHUNK_BYTES = 64L << 20;

    /// The most that one protobuf message can take, less room for what is not a tensor.
    private static final long MAX_TENSOR_BYTES = Integer.MAX_VALUE - (64L << 20);

    private OnnxWriter() {}

    /// Writes a model to a file. When writing fails, the target is as it was.
    ///
    /// @throws ModelFormatException if no ONNX file can hold the model
    public static void write(ModelGraph model, Path target)
            throws IOException, ModelFormatException, InterruptedException {
        if (model.origin().isPresent()) {
            copy(model, model.origin().get(), target);
            return;
        }
        var proto = encode(model, target);
        AtomicFile.write(
                target,
                stream -> {
                    var coded = CodedOutputStream.newInstance(stream, BUFFER_BYTES);
                    proto.writeTo(coded);
                    coded.flush();
                });
    }

    private static void copy(ModelGraph model, ModelOrigin origin, Path target)
            throws IOException, InterruptedException {
        var source = origin.file().resolveSibling("");
        var folder = target.toAbsolutePath().resolveSibling("");
        if (!Files.exists(folder) || !Files.isSameFile(source, folder)) {
            for (String location : externalFiles(model)) {
                copyExternal(source.resolve(location), folder.resolve(location));
            }
        }
        AtomicFile.write(target, stream -> write(origin.bytes(), stream));
    }

    private static Set<String> externalFiles(ModelGraph model) {
        var locations = new LinkedHashSet<String>();
        for (Tensor tensor : ModelTensors.all(model)) {
            if (tensor.content() instanceof External(var location, _, _)) {
                locations.add(location);
            }
        }
        return locations;
    }

    private static void copyExternal(Path from, Path to) throws IOException, InterruptedException {
        if (Files.exists(to) && Files.mismatch(from, to) != -1) {
            throw new IOException(
                    "the data file "
                            + to
                            + " exists with other content; choose another folder to save to");
        }
        if (!Files.exists(to)) {
            Files.createDirectories(to.toAbsolutePath().resolveSibling(""));
            AtomicFile.write(to, stream -> Files.copy(from, stream));
        }
    }

    private static void write(MemorySegment bytes, OutputStream stream) throws IOException {
        var channel = Channels.newChannel(stream);
        for (long at = 0; at < bytes.byteSize(); at += CHUNK_BYTES) {
            long length = Math.min(CHUNK_BYTES, bytes.byteSize() - at);
            var buffer = bytes.asSlice(at, length).asByteBuffer();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    private static ModelProto encode(ModelGraph model, Path target) throws ModelFormatException {
        long tensorBytes = ModelTensors.all(model).stream().mapToLong(Tensor::byteSize).sum();
        if (tensorBytes > MAX_TENSOR_BYTES) {
            throw new ModelFormatException(
                    "Cannot save "
                            + target
                            + ": its tensors take "
                            + tensorBytes
                            + " bytes and an ONNX file can hold 2 GiB; quantize the model first");
        }
        return ModelEncoder.encode(model);
    }
}
