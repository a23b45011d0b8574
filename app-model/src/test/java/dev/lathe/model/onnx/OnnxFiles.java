package dev.lathe.model.onnx;

import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// ONNX files that are made and looked at as messages.
final class OnnxFiles {
    private OnnxFiles() {}

    /// Writes a model around a graph.
    static Path write(Path file, GraphProto.Builder graph) throws IOException {
        return write(file, ModelProto.newBuilder().setGraph(graph));
    }

    /// Writes a model of operator set 17.
    static Path write(Path file, ModelProto.Builder model) throws IOException {
        model.setIrVersion(8).addOpsetImportBuilder().setDomain("").setVersion(17);
        return Files.write(file, model.build().toByteArray());
    }

    /// Reads a model, gives it a graph that is equal but new, so that it counts as edited, and
    /// writes it again.
    static ModelProto edited(Path file, Path target)
            throws ModelFormatException, IOException, InterruptedException {
        OnnxWriter.write(edited(OnnxReader.read(file)), target);
        return ModelProto.parseFrom(Files.readAllBytes(target));
    }

    /// The model as if it had been edited.
    static ModelGraph edited(ModelGraph model) {
        return model.withGraph(model.graph().edit().build());
    }

    /// The initializer with a name.
    static Tensor initializer(ModelGraph model, String name) {
        return Objects.requireNonNull(model.graph().initializers().get(name), name);
    }
}
