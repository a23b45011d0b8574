package dev.lathe.model.ort;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Oddities;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.onnx.proto.NodeProto;
import dev.lathe.model.onnx.proto.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns graphs, nodes and attributes into values.
final class OrtGraphDecoder {
    private static final int INITIALIZERS = 0;
    private static final int NODE_ARGS = 1;
    private static final int NODES = 2;
    private static final int INPUTS = 5;
    private static final int OUTPUTS = 6;
    private static final int SPARSE_INITIALIZERS = 7;

    private static final int NODE_NAME = 0;
    private static final int NODE_DOCUMENTATION = 1;
    private static final int NODE_DOMAIN = 2;
    private static final int NODE_OPERATOR = 5;
    private static final int NODE_INPUTS = 8;
    private static final int NODE_OUTPUTS = 9;
    private static final int NODE_ATTRIBUTES = 10;

    private static final int ARG_NAME = 0;
    private static final int ARG_DOCUMENTATION = 1;
    private static final int ARG_TYPE = 2;

    /// Graphs nested deeper than this are refused, so that no file can exhaust the stack.
    private static final int DEEPEST = 48;

    private final OrtTensors tensors;
    private final OrtAttributes attributes = new OrtAttributes(this);
    private int depth;

    OrtGraphDecoder(Oddities oddities) {
        tensors = new OrtTensors(oddities);
    }

    OrtTensors tensors() {
        return tensors;
    }

    Graph graph(FlatTable table) throws DamagedFlatbufferException {
        depth++;
        if (depth > DEEPEST) {
            throw new DamagedFlatbufferException("its graphs are nested too deep");
        }
        var stated = stated(table);
        var inputs = table.strings(INPUTS);
        var outputs = table.strings(OUTPUTS);
        var constants = constants(table);
        var nodes = new ArrayList<Node>();
        for (FlatTable node : table.tables(NODES)) {
            nodes.add(node(node));
        }
        depth--;
        return new Graph(
                "",
                nodes,
                chosen(inputs, stated),
                chosen(outputs, stated),
                inner(stated, inputs, outputs, constants),
                constants,
                Extras.NONE);
    }

    private Map<String, Value> stated(FlatTable graph) throws DamagedFlatbufferException {
        var result = new LinkedHashMap<String, Value>();
        for (FlatTable arg : graph.tables(NODE_ARGS)) {
            var name = arg.string(ARG_NAME);
            if (!name.isEmpty()) {
                result.put(
                        name,
                        new Value(
                                name,
                                OrtTypes.type(arg.table(ARG_TYPE)),
                                documented(arg.string(ARG_DOCUMENTATION))));
            }
        }
        return result;
    }

    private static Extras documented(String documentation) {
        return documentation.isEmpty()
                ? Extras.NONE
                : Extras.of(
                        ValueInfoProto.newBuilder()
                                .setDocString(documentation)
                                .build()
                                .toByteArray());
    }

    private static List<Value> chosen(List<String> names, Map<String, Value> stated) {
        return names.stream().map(name -> stated.getOrDefault(name, untyped(name))).toList();
    }

    private static Value untyped(String name) {
        return new Value(name, Optional.empty(), Extras.NONE);
    }

    /// What is stated of values that are no inputs, outputs or constants.
    private static List<Value> inner(
            Map<String, Value> stated,
            List<String> inputs,
            List<String> outputs,
            List<Tensor> constants) {
        var outer = new HashSet<String>(inputs);
        outer.addAll(outputs);
        constants.forEach(constant -> outer.add(constant.name()));
        return stated.values().stream()
                .filter(value -> !outer.contains(value.name()) && value.type().isPresent())
                .toList();
    }

    private List<Tensor> constants(FlatTable graph) throws DamagedFlatbufferException {
        var result = new ArrayList<Tensor>();
        for (FlatTable tensor : graph.tables(INITIALIZERS)) {
            result.add(tensors.tensor(tensor));
        }
        for (FlatTable sparse : graph.tables(SPARSE_INITIALIZERS)) {
            result.add(tensors.sparse(sparse));
        }
        return result;
    }

    private Node node(FlatTable table) throws DamagedFlatbufferException {
        var list = new ArrayList<Attribute>();
        for (FlatTable attribute : table.tables(NODE_ATTRIBUTES)) {
            list.add(attributes.attribute(attribute));
        }
        var documentation = table.string(NODE_DOCUMENTATION);
        return new Node(
                table.string(NODE_NAME),
                table.string(NODE_OPERATOR),
                table.string(NODE_DOMAIN),
                table.strings(NODE_INPUTS),
                table.strings(NODE_OUTPUTS),
                list,
                documentation.isEmpty()
                        ? Extras.NONE
                        : Extras.of(
                                NodeProto.newBuilder()
                                        .setDocString(documentation)
                                        .build()
                                        .toByteArray()));
    }
}
