package dev.lathe.profiler.runner;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.runner.ValueSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Compares inputs with what a model takes, before they are sent.
final class InputCheck {
    private InputCheck() {}

    static void check(String model, List<ValueSpec> specs, Map<String, Tensor> tensors)
            throws ModelRunException {
        for (ValueSpec spec : specs) {
            var tensor = tensors.get(spec.name());
            if (tensor == null) {
                throw refusal(model, "it needs an input '" + spec.name() + "'" + given(tensors));
            }
            if (!fits(spec, tensor)) {
                throw refusal(
                        model,
                        "its input '"
                                + spec.name()
                                + "' is "
                                + describe(spec)
                                + ", but "
                                + tensor.type().label()
                                + " "
                                + tensor.shape()
                                + " was given");
            }
        }
        for (String name : tensors.keySet()) {
            if (specs.stream().noneMatch(spec -> spec.name().equals(name))) {
                throw refusal(model, "it has no input '" + name + "'" + names(specs));
            }
        }
    }

    private static boolean fits(ValueSpec spec, Tensor tensor) {
        if (spec.type() == 0) {
            return true;
        }
        if (spec.type() != tensor.type().code() || spec.sizes().size() != tensor.sizes().size()) {
            return false;
        }
        for (int i = 0; i < spec.sizes().size(); i++) {
            long expected = spec.sizes().get(i);
            if (expected >= 0 && expected != tensor.sizes().get(i)) {
                return false;
            }
        }
        return true;
    }

    private static String describe(ValueSpec spec) {
        var type = DataType.ofCode(spec.type()).map(DataType::label).orElse("no tensor");
        var sizes = new StringBuilder();
        for (int i = 0; i < spec.sizes().size(); i++) {
            long size = spec.sizes().get(i);
            var symbol = spec.symbols().get(i);
            sizes.append(i == 0 ? " " : "×")
                    .append(size >= 0 ? Long.toString(size) : symbol.isEmpty() ? "?" : symbol);
        }
        return type + sizes;
    }

    private static String given(Map<String, Tensor> tensors) {
        return tensors.isEmpty()
                ? ", but none was given"
                : ", but only "
                        + quoted(tensors.keySet().stream().sorted().toList())
                        + " was given";
    }

    private static String names(List<ValueSpec> specs) {
        return "; its inputs are " + quoted(specs.stream().map(ValueSpec::name).toList());
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private static ModelRunException refusal(String model, String clause) {
        return new ModelRunException("Cannot run " + model + ": " + clause);
    }
}
