package dev.lathe.model.onnx;

import com.google.protobuf.CodedOutputStream;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.graph.ModelOrigin.Form;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.onnx.proto.ModelProto;
import dev.lathe.model.work.AtomicFile;
import dev.lathe.model.work.ByteCount;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Writes ONNX files: binary, or text under a name that ends in `.textproto`, `.pbtxt` or
/// `.prototxt`, and compressed under one that ends in `.gz`.
///
/// A model that was not edited is written byte for byte as it was read, with the files that hold
/// its external data. An edited one is encoded anew; if it came with external data, or is larger
/// than an ONNX file can be, its large initializers go to a data file beside it.
public final class OnnxWriter {
    private static final int BUFFER_BYTES = 1 << 20;

    /// The most that one protobuf message can take, less room for what is not a tensor.
    private static final long MAX_TENSOR_BYTES = Integer.MAX_VALUE - (64L << 20);

    private OnnxWriter() {}

    /// Writes a model to a file, its weights where they were. When writing fails or is interrupted,
    /// the target is as it was.
    ///
    /// @throws ModelFormatException if no ONNX file can hold the model
    public static void write(ModelGraph model, Path target)
            throws IOException, ModelFormatException, InterruptedException {
        write(model, target, WeightStorage.AS_READ);
    }

    /// Writes a model to a file. When writing fails or is interrupted, the target is as it was.
    ///
    /// @throws ModelFormatException if no ONNX file can hold the model
    public static void write(ModelGraph model, Path target, WeightStorage storage)
            throws IOException, ModelFormatException, InterruptedException {
        var origin = model.origin();
        if (origin.isEmpty() || storage == WeightStorage.EXTERNAL) {
            encode(model, target, storage);
            return;
        }
        var data = new OriginalData(model, origin.get());
        if (!data.isIntact()) {
            encode(model, target, storage);
            return;
        }
        var copied = data.copyTo(target);
        writeOrDelete(copied, target, asRead(model, origin.get(), target));
    }

    private static AtomicFile.Content asRead(ModelGraph model, ModelOrigin origin, Path target)
            throws ModelFormatException {
        var form = FileForm.ofName(target);
        if (form == origin.form() || model.header().format() != ModelFormat.ONNX) {
            return stream -> SegmentCopy.write(origin.bytes(), stream);
        }
        if (!form.isText() && origin.binary().isPresent()) {
            return packed(form, stream -> SegmentCopy.write(origin.binary().get(), stream));
        }
        return content(ModelEncoder.encode(model, new TensorPlaces.AsRead()), form, target);
    }

    private static void encode(ModelGraph model, Path target, WeightStorage storage)
            throws IOException, ModelFormatException, InterruptedException {
        var form = FileForm.ofName(target);
        if (storage == WeightStorage.AS_READ && !wantsDataFile(model)) {
            var proto = ModelEncoder.encode(model, new TensorPlaces.Inside());
            AtomicFile.write(target, content(proto, form, target));
            return;
        }
        var data = new DataFile(DataFileNames.unused(target));
        var proto = ModelEncoder.encode(model, data);
        checkSize(tensorBytes(model) - data.placedBytes(), target);
        var content = content(proto, form, target);
        var replaced = DataFileNames.ofReplaced(target);
        if (data.isEmpty()) {
            AtomicFile.write(target, content);
        } else {
            var file = target.resolveSibling(data.location());
            try {
                AtomicFile.write(file, data::writeTo);
            } catch (IOException e) {
                throw WriteFailure.ofDataFile(target, file, e);
            }
            writeOrDelete(List.of(file), target, content);
        }
        DataFileNames.deleteUnused(replaced, target);
    }

    /// Whether an edited model is written with a data file.
    static boolean wantsDataFile(ModelGraph model) {
        return tensorBytes(model) > MAX_TENSOR_BYTES
                || ModelTensors.all(model).stream().anyMatch(t -> t.content() instanceof External);
    }

    private static long tensorBytes(ModelGraph model) {
        return ModelTensors.all(model).stream().mapToLong(Tensor::byteSize).sum();
    }

    private static void checkSize(long inlineBytes, Path target) throws ModelFormatException {
        if (inlineBytes > MAX_TENSOR_BYTES) {
            throw new ModelFormatException(
                    "Cannot save "
                            + target
                            + ": the values of its Constant nodes take "
                            + ByteCount.text(inlineBytes)
                            + " and an ONNX file can hold 2 GiB; simplify the model first");
        }
    }

    /// Writes the model itself, after the data files that go with it.
    private static void writeOrDelete(List<Path> dataFiles, Path target, AtomicFile.Content content)
            throws IOException, InterruptedException {
        boolean written = false;
        try {
            AtomicFile.write(target, content);
            written = true;
        } finally {
            if (!written) {
                for (Path file : dataFiles) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static AtomicFile.Content content(ModelProto proto, Form form, Path target)
            throws ModelFormatException {
        if (!form.isText()) {
            return packed(form, stream -> writeBinary(proto, stream));
        }
        if (!TextForm.canHold(proto)) {
            throw new ModelFormatException(
                    "Cannot save "
                            + target
                            + ": the model has fields that are not known here and text cannot"
                            + " hold; save it as a binary .onnx file");
        }
        return packed(form, stream -> TextForm.write(proto, stream));
    }

    private static void writeBinary(ModelProto proto, OutputStream stream) throws IOException {
        var coded = CodedOutputStream.newInstance(stream, BUFFER_BYTES);
        proto.writeTo(coded);
        coded.flush();
    }

    private static AtomicFile.Content packed(Form form, AtomicFile.Content content) {
        if (!form.isCompressed()) {
            return content;
        }
        return stream -> {
            var gzip = new GZIPOutputStream(stream, BUFFER_BYTES);
            content.writeTo(gzip);
            gzip.finish();
        };
    }
}
