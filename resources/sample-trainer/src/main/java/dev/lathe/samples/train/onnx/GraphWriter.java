package dev.lathe.samples.train.onnx;

import com.google.protobuf.ByteString;
import dev.lathe.model.onnx.proto.AttributeProto;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.NodeProto;
import dev.lathe.model.onnx.proto.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// Collects the nodes and initializers of an ONNX graph, in topological order.
final class GraphWriter {
    private final GraphProto.Builder graph;

    GraphWriter(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    /// Adds a node and gives the name of its only output, `NODE_output`.
    String node(String op, String name, List<String> inputs, AttributeProto... attributes) {
        String output = name + "_output";
        node(op, name, inputs, List.of(output), attributes);
        return output;
    }

    /// Adds a node with named outputs. An empty name is an optional output that is left out.
    void node(
            String op,
            String name,
            List<String> inputs,
            List<String> outputs,
            AttributeProto... attributes) {
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType(op)
                        .setName(name)
                        .addAllInput(inputs)
                        .addAllOutput(outputs)
                        .addAllAttribute(Arrays.asList(attributes)));
    }

    /// Adds a float initializer and gives its name.
    String floats(String name, long[] shape, float[] numbers) {
        ByteBuffer raw = littleEndian(numbers.length * Float.BYTES);
        raw.asFloatBuffer().put(numbers);
        return initializer(name, ModelFile.FLOAT, shape, raw);
    }

    /// Adds a vector of 64-bit integers as an initializer and gives its name.
    String integers(String name, long... numbers) {
        ByteBuffer raw = littleEndian(numbers.length * Long.BYTES);
        raw.asLongBuffer().put(numbers);
        return initializer(name, ModelFile.INT64, new long[] {numbers.length}, raw);
    }

    /// Renames the only output of the node that was added last.
    void renameOutput(String name, String newName) {
        NodeProto.Builder last = graph.getNodeBuilder(graph.getNodeCount() - 1);
        if (!last.getOutput(0).equals(name)) {
            throw new IllegalArgumentException(name + " is not the output of the last node");
        }
        last.setOutput(0, newName);
    }

    /// The graph, to which inputs and outputs can be added.
    GraphProto.Builder graph() {
        return graph;
    }

    private String initializer(String name, int type, long[] shape, ByteBuffer raw) {
        var tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(type)
                        .setRawData(ByteString.copyFrom(raw));
        Arrays.stream(shape).forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return name;
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
