package dev.lathe.app.cli;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.DimensionException;
import dev.lathe.model.shape.FreeDimensions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Sizes for the free dimensions of a model's inputs.
final class DimensionOptions {
    @Option(
            names = "--dim",
            paramLabel = "NAME=N",
            converter = SizeConverter.class,
            description =
                    "Size of a free dimension of the inputs, by its symbol or as INPUT:AXIS"
                            + " (batch=1, data:0=1). May be given several times.")
    private List<Size> given = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /// One size, as it was given.
    record Size(String name, long size) {}

    /// Reads `NAME=N`. The name may have an equals sign in it, the number not.
    static final class SizeConverter implements ITypeConverter<Size> {
        @Override
        public Size convert(String text) {
            int equals = text.lastIndexOf('=');
            if (equals <= 0) {
                throw new TypeConversionException(
                        "'%s' is not a name and a size; write it as batch=1".formatted(text));
            }
            var size = text.substring(equals + 1).strip();
            try {
                return new Size(text.substring(0, equals).strip(), Long.parseLong(size));
            } catch (NumberFormatException _) {
                throw new TypeConversionException(
                        "'%s' is not a whole number that a dimension can have; write it as batch=1"
                                .formatted(size));
            }
        }
    }

    /// As they were given.
    ///
    /// @throws ParameterException if one name was given two sizes
    SequencedMap<String, Long> sizes() {
        var sizes = new LinkedHashMap<String, Long>();
        for (Size one : given) {
            var before = sizes.put(one.name(), one.size());
            if (before != null && before != one.size()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Cannot set dimension '%s' to both %d and %d: give --dim one size for it"
                                .formatted(one.name(), before, one.size()));
            }
        }
        return sizes;
    }

    /// The sizes by the names that shape inference gives the dimensions of a model.
    SequencedMap<String, Long> bindings(ModelGraph model) throws DimensionException {
        return FreeDimensions.of(model).resolve(sizes());
    }
}
