package dev.lathe.profiler.measure;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.Filling;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.runner.ValueSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Makes inputs of the right types and shapes to measure a model with; the same each time.
///
/// Floats are uniform in [0, 1) and bytes over their range. Other integers are 0, which is valid as
/// an index, but 1 for an input whose name says that it is a mask. Truth values are true. A free
/// dimension has the size that the plan gives its symbol, or `name[axis]` if it has none; else the
/// batch dimension has the plan's batch size and any other has 1. The batch dimension is the one
/// whose symbol says so, else the first one.
final class RandomInputs {
    private static final long SEED = 20_260_101;
    private static final long MAX_BYTES = 1L << 30;

    private final ProfilePlan plan;
    private final Random random = new Random(SEED);

    private RandomInputs(ProfilePlan plan) {
        this.plan = plan;
    }

    static Map<String, Tensor> make(String model, List<ValueSpec> specs, ProfilePlan plan)
            throws ModelRunException {
        var inputs = new RandomInputs(plan);
        var tensors = new LinkedHashMap<String, Tensor>();
        for (ValueSpec spec : specs) {
            tensors.put(spec.name(), inputs.tensor(model, spec));
        }
        return tensors;
    }

    /// The sizes that free dimensions of the inputs have, by the names that shape inference gives
    /// them: their symbols, or the input and the axis.
    static Map<String, Long> bindings(List<ValueSpec> specs, Map<String, Tensor> inputs) {
        var bindings = new LinkedHashMap<String, Long>();
        for (ValueSpec spec : specs) {
            var sizes =
                    inputs.containsKey(spec.name())
                            ? inputs.get(spec.name()).sizes()
                            : spec.sizes();
            for (int axis = 0; axis < spec.sizes().size(); axis++) {
                if (spec.sizes().get(axis) < 0) {
                    bindings.put(symbol(spec, axis), sizes.get(axis));
                }
            }
        }
        return bindings;
    }

    /// The symbol of a dimension, or the name that shape inference gives one without a symbol.
    private static String symbol(ValueSpec spec, int axis) {
        var symbol = spec.symbols().get(axis);
        return symbol.isEmpty() ? spec.name() + "[" + axis + "]" : symbol;
    }

    private Tensor tensor(String model, ValueSpec spec) throws ModelRunException {
        var type = DataType.ofCode(spec.type()).filter(Filling::canMake);
        if (type.isEmpty()) {
            throw new ModelRunException(
                    "Cannot measure "
                            + model
                            + ": values for its input '"
                            + spec.name()
                            + "' cannot be made up, as it is "
                            + DataType.ofCode(spec.type())
                                    .map(DataType::label)
                                    .orElse("no tensor"));
        }
        var sizes = sizes(spec);
        long elements = sizes.stream().reduce(1L, (a, b) -> saturatedProduct(a, b));
        if (saturatedProduct(elements, type.get().bits() / 8) > MAX_BYTES) {
            throw new ModelRunException(
                    "Cannot measure "
                            + model
                            + ": its input '"
                            + spec.name()
                            + "' would take more than 1 GiB; choose a smaller batch");
        }
        int integer = spec.name().toLowerCase(Locale.ROOT).contains("mask") ? 1 : 0;
        return Filling.plausible(integer).tensor(spec.name(), type.get(), sizes, random);
    }

    private List<Long> sizes(ValueSpec spec) {
        var sizes = new ArrayList<Long>();
        int batchAxis = batchAxis(spec);
        for (int axis = 0; axis < spec.sizes().size(); axis++) {
            long size = spec.sizes().get(axis);
            var planned = plan.dimensions().get(symbol(spec, axis));
            long free = axis == batchAxis ? plan.batch() : 1;
            sizes.add(size >= 0 ? size : planned != null ? planned : free);
        }
        return sizes;
    }

    private static int batchAxis(ValueSpec spec) {
        for (int axis = 0; axis < spec.symbols().size(); axis++) {
            if (spec.symbols().get(axis).matches("(?i).*batch.*|n|bs")) {
                return axis;
            }
        }
        return 0;
    }

    private static long saturatedProduct(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        return high != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }
}
