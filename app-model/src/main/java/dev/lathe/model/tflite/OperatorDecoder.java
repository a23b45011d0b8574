package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.Node;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns operators into nodes.
final class OperatorDecoder {
    private static final int CODE = 0;
    private static final int INPUTS = 1;
    private static final int OUTPUTS = 2;
    private static final int OPTIONS_TYPE = 3;
    private static final int OPTIONS = 4;
    private static final int CUSTOM_OPTIONS = 5;
    private static final int MUTATING_INPUTS = 7;
    private static final int INTERMEDIATES = 8;
    private static final int LARGE_OPTIONS_OFFSET = 9;
    private static final int LARGE_OPTIONS_SIZE = 10;
    private static final int OPTIONS_2_TYPE = 11;
    private static final int OPTIONS_2 = 12;

    /// The number that stands for an input that is not given.
    private static final int NONE = -1;

    private final List<OperatorCode> codes;
    private final TensorNames names;
    private final OptionReader options;

    OperatorDecoder(List<OperatorCode> codes, TensorNames names, OptionReader options) {
        this.codes = codes;
        this.names = names;
        this.options = options;
    }

    /// The numbers of the tensors that an operator writes.
    static Set<Integer> outputs(FlatTable operator) throws DamagedFlatbufferException {
        var result = new HashSet<Integer>();
        for (int output : operator.ints(OUTPUTS)) {
            result.add(output);
        }
        return result;
    }

    Node node(FlatTable operator) throws DamagedFlatbufferException {
        long index = operator.uint32(CODE);
        if (index >= codes.size()) {
            throw new DamagedFlatbufferException(
                    "it refers to operator code " + index + " of " + codes.size());
        }
        var code = codes.get((int) index);
        return new Node(
                "",
                code.name(),
                ModelFormat.TFLITE_DOMAIN,
                tensors(operator.ints(INPUTS)),
                tensors(operator.ints(OUTPUTS)),
                attributes(operator, code),
                Extras.NONE);
    }

    private List<String> tensors(int[] numbers) throws DamagedFlatbufferException {
        var result = new ArrayList<String>(numbers.length);
        for (int number : numbers) {
            if (number == NONE) {
                result.add("");
            } else {
                names.check(number);
                result.add(names.of(number));
            }
        }
        return result;
    }

    private List<Attribute> attributes(FlatTable operator, OperatorCode code)
            throws DamagedFlatbufferException {
        var result = new ArrayList<Attribute>();
        var first = operator.table(OPTIONS);
        int kind = operator.uint8(OPTIONS_TYPE);
        if (first.isPresent() && kind > 0) {
            result.addAll(options.read(OptionSchemas.first(), kind, first.get()));
        }
        var second = operator.table(OPTIONS_2);
        int kind2 = operator.uint8(OPTIONS_2_TYPE);
        if (second.isPresent() && kind2 > 0) {
            result.addAll(options.read(OptionSchemas.second(), kind2, second.get()));
        }
        var custom = customOptions(operator);
        if (custom.isPresent() && custom.get().byteSize() > 0) {
            result.addAll(CustomOptions.read(custom.get()));
        }
        var mutating = operator.bytes(MUTATING_INPUTS, 1);
        if (mutating.isPresent() && mutating.get().byteSize() > 0) {
            result.add(mutating(mutating.get()));
        }
        var intermediates = operator.ints(INTERMEDIATES);
        if (intermediates.length > 0) {
            result.add(new Attribute("intermediates", new StringsValue(tensors(intermediates))));
        }
        if (code.version() != 1) {
            result.add(Attribute.of("operator_version", code.version()));
        }
        return result;
    }

    private static Optional<MemorySegment> customOptions(FlatTable operator)
            throws DamagedFlatbufferException {
        long offset = operator.int64(LARGE_OPTIONS_OFFSET, 0);
        return offset > 1 || offset < 0
                ? Optional.of(operator.slice(offset, operator.int64(LARGE_OPTIONS_SIZE, 0)))
                : operator.bytes(CUSTOM_OPTIONS, 1);
    }

    /// The numbers of the inputs that the operator writes to.
    private static Attribute mutating(MemorySegment flags) {
        var inputs = new ArrayList<Long>();
        for (long i = 0; i < flags.byteSize(); i++) {
            if (flags.get(ValueLayout.JAVA_BYTE, i) != 0) {
                inputs.add(i);
            }
        }
        return new Attribute("mutating_variable_inputs", new IntsValue(inputs));
    }
}
