package dev.lathe.ui.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows of the layer table as comma-separated values (RFC 4180), with all columns and in plain
/// numbers. What is not known is empty.
final class LayerCsv {
    private static final String HEADER =
            "name,operator,output_shape,type,parameters,weight_bytes,macs,latency_ms,zeros,group";

    private LayerCsv() {}

    /// The text of some rows.
    ///
    /// @param zeros the share of zeros among the weights of layers, 0 to 1, by layer id
    static String of(List<LayerRow> rows, Map<String, Double> zeros) {
        return Stream.concat(Stream.of(HEADER), rows.stream().map(row -> line(row, zeros)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(LayerRow row, Map<String, Double> zeros) {
        var share = zeros.get(row.name());
        return Stream.of(
                        row.name(),
                        row.operator(),
                        row.outputShape(),
                        row.type(),
                        Long.toString(row.parameters()),
                        Long.toString(row.weightBytes()),
                        row.macs().isExact() ? Long.toString(row.macs().value()) : "",
                        number(row.latencyMs()),
                        number(share == null ? OptionalDouble.empty() : OptionalDouble.of(share)),
                        row.group())
                .map(LayerCsv::field)
                .collect(Collectors.joining(","));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.6f", value.getAsDouble()) : "";
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
