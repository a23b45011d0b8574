package dev.lathe.samples.train.onnx;

import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.ModelProto;
import dev.lathe.model.onnx.proto.OperatorSetIdProto;
import dev.lathe.model.onnx.proto.StringStringEntryProto;
import dev.lathe.model.onnx.proto.TensorShapeProto;
import dev.lathe.model.onnx.proto.TensorShapeProto.Dimension;
import dev.lathe.model.onnx.proto.TypeProto;
import dev.lathe.model.onnx.proto.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SequencedMap;

/// The ONNX file around a graph: IR version 8, opset 17.
final class ModelFile {
    /// 32-bit floats, as `TensorProto.DataType` numbers them.
    static final int FLOAT = 1;

    /// 64-bit integers, as `TensorProto.DataType` numbers them.
    static final int INT64 = 7;

    private static final long IR_VERSION = 8;
    private static final long OPSET = 17;

    private ModelFile() {}

    /// Writes a graph with its description and metadata.
    static void write(
            Path file, GraphProto graph, String description, SequencedMap<String, String> metadata)
            throws IOException {
        var model =
                ModelProto.newBuilder()
                        .setIrVersion(IR_VERSION)
                        .setProducerName("lathe")
                        .setDocString(description)
                        .addOpsetImport(
                                OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                        .setGraph(graph);
        metadata.forEach((key, value) ->
                model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        Files.write(file, model.build().toByteArray());
    }

    /// An input or an output.
    ///
    /// @param type {@link #FLOAT} or {@link #INT64}
    /// @param dimensions numbers, or names of dimensions that are known at run time only
    static ValueInfoProto value(String name, int type, Object... dimensions) {
        var shape = TensorShapeProto.newBuilder();
        Arrays.stream(dimensions).map(ModelFile::dimension).forEach(shape::addDim);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(type)
                                                .setShape(shape)))
                .build();
    }

    private static Dimension dimension(Object size) {
        return size instanceof Number number
                ? Dimension.newBuilder().setDimValue(number.longValue()).build()
                : Dimension.newBuilder().setDimParam(size.toString()).build();
    }
}
