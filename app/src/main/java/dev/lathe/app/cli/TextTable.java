package dev.lathe.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of text in aligned columns.
final class TextTable {
    private final List<Align> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /// Where a column's cells stand.
    enum Align {
        LEFT,
        RIGHT
    }

    TextTable(Align... columns) {
        this.columns = List.of(columns);
    }

    TextTable row(String... cells) {
        rows.add(Arrays.stream(cells).map(Visible::of).toList());
        return this;
    }

    List<String> lines() {
        var widths =
                IntStream.range(0, columns.size())
                        .map(c ->
                                rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
                        .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(c -> cell(row.get(c), widths[c], columns.get(c)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String cell(String text, int width, Align align) {
        var padding = " ".repeat(width - text.length());
        return align == Align.LEFT ? text + padding : padding + text;
    }
}
