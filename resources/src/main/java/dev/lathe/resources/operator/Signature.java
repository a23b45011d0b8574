package dev.lathe.resources.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What goes into and out of an operator in one version of its operator set.
///
/// @param since the first version of the operator set that has this form
public record Signature(
        long since,
        List<Parameter> inputs,
        List<Parameter> outputs,
        List<AttributeFact> attributes) {
    public Signature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = List.copyOf(attributes);
    }

    /// The name of the input at a position; the last one of many goes on for all after it.
    public Optional<String> input(int position) {
        return at(inputs, position);
    }

    /// The name of the output at a position.
    public Optional<String> output(int position) {
        return at(outputs, position);
    }

    /// Reads what follows the name of the operator in a line of the table.
    static Signature parse(String version, String inputs, String outputs, String attributes) {
        return new Signature(
                Long.parseLong(version),
                words(inputs, Parameter::parse),
                words(outputs, Parameter::parse),
                words(attributes, AttributeFact::parse));
    }

    private static Optional<String> at(List<Parameter> parameters, int position) {
        if (position < parameters.size()) {
            return Optional.of(parameters.get(position).name());
        }
        return parameters.stream()
                .filter(parameter -> parameter.presence() == Presence.REPEATED)
                .map(Parameter::name)
                .findFirst();
    }

    private static <T> List<T> words(String text, Function<String, T> parse) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ", -1)).map(parse).toList();
    }
}
