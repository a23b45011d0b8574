package dev.lathe.ui.inspect;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows of the layer table as comma-separated values (RFC 4180).
final class LayerCsv {
    private static final String HEADER =
            "name,operator,output_shape,parameters,macs,weight_bytes,latency_ms";

    private LayerCsv() {}

    static String of(List<LayerRow> rows) {
        return Stream.concat(Stream.of(HEADER), rows.stream().map(LayerCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(LayerRow row) {
        return Stream.of(
                        row.name(),
                        row.operator(),
                        row.outputShape(),
                        Long.toString(row.parameters()),
                        row.macs() < 0 ? "" : Long.toString(row.macs()),
                        Long.toString(row.weightBytes()),
                        row.latencyMs().isPresent()
                                ? String.format(Locale.ROOT, "%.6f", row.latencyMs().getAsDouble())
                                : "")
                .map(LayerCsv::field)
                .collect(Collectors.joining(","));
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
