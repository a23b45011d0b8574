package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.OptionalType;
import dev.lathe.model.graph.ValueType.SequenceType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.Optional;

/// Sequences and optional values.
final class SequenceRules {

    private SequenceRules() {}

    static void register(RuleBook book) {
        book.standard(SequenceRules::construct, "SequenceConstruct");
        book.standard(SequenceRules::empty, "SequenceEmpty");
        book.standard(SequenceRules::insert, "SequenceInsert");
        book.standard(ElementwiseRules::same, "SequenceErase");
        book.standard(call -> call.give(0, element(call.type(0))), "SequenceAt");
        book.standard(call -> call.give(0, DataType.INT64, Shape.SCALAR), "SequenceLength");
        book.standard(SequenceRules::mapped, "SequenceMap");
        book.standard(SequenceRules::split, "SplitToSequence");
        book.standard(SequenceRules::concatenate, "ConcatFromSequence");
        book.standard(call -> call.give(0, new OptionalType(call.type(0))), "Optional");
        book.standard(SequenceRules::unwrap, "OptionalGetElement");
        book.standard(call -> call.give(0, DataType.BOOL, Shape.SCALAR), "OptionalHasElement");
    }

    private static ValueType element(ValueType type) throws NotInferableException {
        if (type instanceof SequenceType(var element)) {
            return element;
        }
        throw new NotInferableException();
    }

    private static void construct(Call call) throws NotInferableException {
        var common = Optional.of(call.type(0));
        for (int i = 1; i < call.inputs(); i++) {
            var other = call.type(i);
            common = common.flatMap(type -> TypeMerge.union(type, other));
        }
        call.give(0, new SequenceType(common.orElseThrow(NotInferableException::new)));
    }

    private static void empty(Call call) throws NotInferableException {
        var element =
                DataType.ofCode((int) call.node().intAttribute("dtype", 1))
                        .orElseThrow(NotInferableException::new);
        call.give(0, new SequenceType(new TensorType(element, Optional.empty())));
    }

    private static void insert(Call call) throws NotInferableException {
        var common = TypeMerge.union(element(call.type(0)), call.type(1));
        call.give(0, new SequenceType(common.orElseThrow(NotInferableException::new)));
    }

    private static void split(Call call) throws NotInferableException {
        var element = call.element(0);
        call.give(0, new SequenceType(new TensorType(element, Optional.empty())));
        var shape = call.shape(0);
        int axis = Call.axis(call.node().intAttribute("axis", 0), shape.rank());
        boolean keep = call.has(1) || call.node().intAttribute("keepdims", 1) != 0;
        var part = new ArrayList<>(shape.dimensions());
        if (!keep) {
            part.remove(axis);
        } else {
            part.set(axis, call.has(1) ? Dimension.UNKNOWN : Dimension.of(1));
        }
        call.give(0, new SequenceType(new TensorType(element, new Shape(part))));
    }

    private static void concatenate(Call call) throws NotInferableException {
        if (!(element(call.type(0)) instanceof TensorType(var element, var shape))) {
            throw new NotInferableException();
        }
        call.give(0, element);
        var part = shape.orElseThrow(NotInferableException::new);
        boolean added = call.node().intAttribute("new_axis", 0) != 0;
        long stated = call.node().intAttribute("axis", 0);
        if (added) {
            var result = new ArrayList<>(part.dimensions());
            result.add(Call.axis(stated, part.rank() + 1), Dimension.UNKNOWN);
            call.give(0, element, new Shape(result));
        } else {
            call.give(0, element, part.with(Call.axis(stated, part.rank()), Dimension.UNKNOWN));
        }
    }

    /// Sequences of what the body makes of one element and the other inputs; an input that is a
    /// sequence gives its elements.
    private static void mapped(Call call) throws NotInferableException {
        var inputs = new ArrayList<Optional<ValueType>>();
        for (int i = 0; i < call.inputs(); i++) {
            var type = call.findType(i);
            inputs.add(
                    type.isPresent() && type.get() instanceof SequenceType(var element)
                            ? Optional.of(element)
                            : type);
        }
        var results = ControlFlowRules.run(call, call.graph("body"), inputs);
        for (int i = 0; i < Math.min(results.size(), call.outputs()); i++) {
            int output = i;
            results.get(i).ifPresent(type -> call.give(output, new SequenceType(type)));
        }
    }

    private static void unwrap(Call call) throws NotInferableException {
        var type = call.type(0);
        call.give(0, type instanceof OptionalType(var element) ? element : type);
    }
}
