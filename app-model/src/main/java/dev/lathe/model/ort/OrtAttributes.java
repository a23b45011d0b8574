package dev.lathe.model.ort;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.CarriedValue;
import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.AttributeValue.TensorsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;

/// Turns attributes into values; their kinds have the numbers of ONNX (`ort.fbs`, enum
/// `AttributeType`).
final class OrtAttributes {
    private static final int NAME = 0;
    private static final int KIND = 2;
    private static final int FLOAT = 3;
    private static final int INT = 4;
    private static final int STRING = 5;
    private static final int TENSOR = 6;
    private static final int GRAPH = 7;
    private static final int FLOATS = 8;
    private static final int INTS = 9;
    private static final int STRINGS = 10;
    private static final int TENSORS = 11;
    private static final int GRAPHS = 12;

    private final OrtGraphDecoder graphs;

    OrtAttributes(OrtGraphDecoder graphs) {
        this.graphs = graphs;
    }

    Attribute attribute(FlatTable table) throws DamagedFlatbufferException {
        return new Attribute(table.string(NAME), value(table));
    }

    private AttributeValue value(FlatTable table) throws DamagedFlatbufferException {
        int kind = table.int32(KIND, 0);
        return switch (kind) {
            case 1 -> new FloatValue(table.float32(FLOAT));
            case 2 -> new IntValue(table.int64(INT, 0));
            case 3 -> new StringValue(table.string(STRING));
            case 4 -> new TensorValue(graphs.tensors().tensor(part(table, TENSOR)));
            case 5 -> new GraphValue(graphs.graph(part(table, GRAPH)));
            case 6 -> new FloatsValue(table.floats(FLOATS));
            case 7 -> new IntsValue(table.longs(INTS));
            case 8 -> new StringsValue(table.strings(STRINGS));
            case 9 -> tensors(table);
            case 10 -> graphs(table);
            default -> new CarriedValue("kind " + kind);
        };
    }

    private static FlatTable part(FlatTable table, int field) throws DamagedFlatbufferException {
        return table.table(field)
                .orElseThrow(
                        () -> new DamagedFlatbufferException("an attribute in it has no value"));
    }

    private AttributeValue tensors(FlatTable table) throws DamagedFlatbufferException {
        var result = new ArrayList<Tensor>();
        for (FlatTable tensor : table.tables(TENSORS)) {
            result.add(graphs.tensors().tensor(tensor));
        }
        return new TensorsValue(result);
    }

    private AttributeValue graphs(FlatTable table) throws DamagedFlatbufferException {
        var result = new ArrayList<Graph>();
        for (FlatTable graph : table.tables(GRAPHS)) {
            result.add(graphs.graph(graph));
        }
        return new GraphsValue(result);
    }
}
