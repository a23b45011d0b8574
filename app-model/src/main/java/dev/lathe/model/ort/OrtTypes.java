package dev.lathe.model.ort;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.MapType;
import dev.lathe.model.graph.ValueType.OpaqueType;
import dev.lathe.model.graph.ValueType.SequenceType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.Optional;

/// Reads the types of values; element types have the numbers of ONNX.
final class OrtTypes {
    private static final int KIND = 1;
    private static final int CONTENT = 2;

    private static final int TENSOR = 1;
    private static final int SEQUENCE = 2;
    private static final int MAP = 3;

    private static final int ELEMENT = 0;
    private static final int SHAPE = 1;
    private static final int DIMENSIONS = 0;
    private static final int DIMENSION = 0;
    private static final int DIMENSION_KIND = 0;
    private static final int DIMENSION_SIZE = 1;
    private static final int DIMENSION_SYMBOL = 2;
    private static final int KNOWN = 1;
    private static final int SYMBOLIC = 2;

    private static final int MAP_KEY = 0;
    private static final int MAP_VALUE = 1;

    /// Sequences of sequences deeper than this are taken for unknown.
    private static final int DEEPEST = 16;

    private OrtTypes() {}

    /// The type that a table states, if it states one.
    static Optional<ValueType> type(Optional<FlatTable> table) throws DamagedFlatbufferException {
        return type(table, 0);
    }

    private static Optional<ValueType> type(Optional<FlatTable> table, int depth)
            throws DamagedFlatbufferException {
        if (table.isEmpty() || depth > DEEPEST) {
            return Optional.empty();
        }
        int kind = table.get().uint8(KIND);
        var content = table.get().table(CONTENT);
        if (kind == 0 || content.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case TENSOR -> Optional.of(tensor(content.get()));
            case SEQUENCE -> type(content.get().table(ELEMENT), depth + 1).map(SequenceType::new);
            case MAP -> {
                var key = element(content.get().int32(MAP_KEY, 0));
                yield type(content.get().table(MAP_VALUE), depth + 1)
                        .map(value -> new MapType(key, value));
            }
            default -> Optional.of(new OpaqueType("kind " + kind));
        };
    }

    /// The element type with a number; undefined for one that is not known here.
    static DataType element(int number) {
        return DataType.ofCode(number).orElse(DataType.UNDEFINED);
    }

    private static ValueType tensor(FlatTable table) throws DamagedFlatbufferException {
        var element = element(table.int32(ELEMENT, 0));
        var shape = table.table(SHAPE);
        return new TensorType(
                element, shape.isEmpty() ? Optional.empty() : Optional.of(shape(shape.get())));
    }

    private static Shape shape(FlatTable table) throws DamagedFlatbufferException {
        var dimensions = new ArrayList<Dimension>();
        for (FlatTable dimension : table.tables(DIMENSIONS)) {
            var value = dimension.table(DIMENSION);
            dimensions.add(value.isEmpty() ? Dimension.UNKNOWN : dimension(value.get()));
        }
        return new Shape(dimensions);
    }

    private static Dimension dimension(FlatTable value) throws DamagedFlatbufferException {
        return switch (value.int8(DIMENSION_KIND)) {
            case KNOWN -> Dimension.of(value.int64(DIMENSION_SIZE, 0));
            case SYMBOLIC -> symbol(value.string(DIMENSION_SYMBOL));
            default -> Dimension.UNKNOWN;
        };
    }

    private static Dimension symbol(String symbol) {
        return symbol.isEmpty() ? Dimension.UNKNOWN : Dimension.of(symbol);
    }
}
