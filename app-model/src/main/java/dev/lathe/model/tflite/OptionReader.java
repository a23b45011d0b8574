package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.tflite.OptionSchemas.Field;
import dev.lathe.model.tflite.OptionSchemas.Schema;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Turns the options of a built-in operator into attributes. Options that the file leaves out have
/// their defaults.
final class OptionReader {
    private final SubgraphReferences subgraphs;

    OptionReader(SubgraphReferences subgraphs) {
        this.subgraphs = subgraphs;
    }

    /// The attributes that a table of options states.
    ///
    /// @param kind the number in the union, from 1 on
    List<Attribute> read(List<Schema> union, int kind, FlatTable options)
            throws DamagedFlatbufferException {
        if (kind > union.size()) {
            return List.of(Attribute.of("unknown_options", kind));
        }
        var fields = union.get(kind - 1).fields();
        var attributes = new ArrayList<Attribute>();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            if (field.isOptional() && (field.name().isEmpty() || !options.has(i))) {
                continue;
            }
            if (field.type().equals("bytes")) {
                var bytes = options.bytes(i, 1);
                if (bytes.isPresent() && bytes.get().byteSize() > 0) {
                    attributes.addAll(CustomOptions.read(bytes.get(), field.name()));
                }
                continue;
            }
            var value = value(field, i, options);
            value.ifPresent(v -> attributes.add(new Attribute(field.name(), v)));
        }
        return attributes;
    }

    private Optional<AttributeValue> value(Field field, int number, FlatTable table)
            throws DamagedFlatbufferException {
        var type = field.type();
        int defaultValue = (int) field.defaultValue();
        return switch (type) {
            case "int" -> Optional.of(new IntValue(table.int32(number, defaultValue)));
            case "long" -> Optional.of(new IntValue(table.int64(number, field.defaultValue())));
            case "bool" -> Optional.of(new IntValue(bool(table, number, defaultValue)));
            case "float" -> Optional.of(new FloatValue(table.float32(number)));
            case "string" -> Optional.of(new StringValue(table.string(number)));
            case "graph" -> Optional.of(subgraphs.graph(table.int32(number, 0)));
            case "[graph]" -> Optional.of(subgraphs.graphs(table.ints(number)));
            case "[int]" -> present(table, number, ints(table.ints(number)));
            case "[long]" -> present(table, number, new IntsValue(table.longs(number)));
            case "[float]" -> present(table, number, new FloatsValue(table.floats(number)));
            case "[bool]" -> table.bytes(number, 1).map(OptionReader::bools);
            default -> Optional.of(enumerated(type, table, number, defaultValue));
        };
    }

    private static Optional<AttributeValue> present(
            FlatTable table, int number, AttributeValue value) throws DamagedFlatbufferException {
        return table.has(number) ? Optional.of(value) : Optional.empty();
    }

    private static long bool(FlatTable table, int number, int defaultValue)
            throws DamagedFlatbufferException {
        return table.has(number) ? Math.min(1, table.uint8(number)) : defaultValue;
    }

    private static AttributeValue ints(int[] elements) {
        return new IntsValue(Arrays.stream(elements).mapToObj(Long::valueOf).toList());
    }

    private static AttributeValue bools(MemorySegment elements) {
        var values = new ArrayList<Long>();
        for (byte element : elements.toArray(ValueLayout.JAVA_BYTE)) {
            values.add(element == 0 ? 0L : 1L);
        }
        return new IntsValue(values);
    }

    static AttributeValue bytes(MemorySegment bytes) {
        return new TensorValue(Tensor.of("", DataType.UINT8, List.of(bytes.byteSize()), bytes));
    }

    private static AttributeValue enumerated(
            String type, FlatTable table, int number, int defaultValue)
            throws DamagedFlatbufferException {
        if (type.startsWith("[")) {
            var enumeration = type.substring(type.indexOf('.') + 1, type.length() - 1);
            return new StringsValue(
                    Arrays.stream(table.ints(number))
                            .mapToObj(element -> EnumNames.of(enumeration, element))
                            .toList());
        }
        var enumeration = type.substring(type.indexOf('.') + 1);
        long element =
                !table.has(number)
                        ? defaultValue
                        : type.startsWith("enum8") ? table.int8(number) : table.uint32(number);
        return new StringValue(EnumNames.of(enumeration, element));
    }
}
