package dev.lathe.model.simplify;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Merges a Cast into the one before it if that one loses nothing.
final class Casts implements SimplifyPass {
    @Override
    public Pass kind() {
        return Pass.CASTS;
    }

    @Override
    public void run(Rewriting rewriting) {
        for (Cell cell : rewriting.graph().cells()) {
            if (cell.node().is("Cast") && cell.isPresent()) {
                merge(cell, rewriting);
            }
        }
    }

    private static void merge(Cell cell, Rewriting rewriting) {
        var graph = rewriting.graph();
        var node = cell.node();
        var first = node.input(0).flatMap(graph::producer).map(Cell::node);
        if (first.isEmpty() || !first.get().is("Cast") || WorkGraph.isParametric(node)) {
            return;
        }
        var source = first.get().inputs().getFirst();
        var from = graph.element(source);
        var through = target(first.get());
        var to = target(node);
        if (from.isEmpty() || through.isEmpty() || to.isEmpty()) {
            return;
        }
        if (!isLossless(from.get(), through.get()) || to.get() == DataType.STRING) {
            return;
        }
        if (from.equals(to)) {
            rewriting.bypass(cell, source);
        } else {
            rewriting.replace(cell, () -> readingFirst(node, source));
        }
    }

    private static Node readingFirst(Node node, String source) {
        var inputs = new ArrayList<>(node.inputs());
        inputs.set(0, source);
        return node.withInputs(inputs);
    }

    static Optional<DataType> target(Node cast) {
        return DataType.ofCode((int) cast.intAttribute("to", 0));
    }

    /// Whether every number of one type is a number of another.
    static boolean isLossless(DataType from, DataType to) {
        return from == to
                || switch (from) {
                    case BOOL ->
                            List.of(
                                            DataType.UINT8,
                                            DataType.INT8,
                                            DataType.UINT16,
                                            DataType.INT16,
                                            DataType.UINT32,
                                            DataType.INT32,
                                            DataType.UINT64,
                                            DataType.INT64,
                                            DataType.FLOAT16,
                                            DataType.BFLOAT16,
                                            DataType.FLOAT,
                                            DataType.DOUBLE)
                                    .contains(to);
                    case INT8 ->
                            List.of(
                                            DataType.INT16,
                                            DataType.INT32,
                                            DataType.INT64,
                                            DataType.FLOAT16,
                                            DataType.FLOAT,
                                            DataType.DOUBLE)
                                    .contains(to);
                    case UINT8 ->
                            List.of(
                                            DataType.UINT16,
                                            DataType.INT16,
                                            DataType.UINT32,
                                            DataType.INT32,
                                            DataType.UINT64,
                                            DataType.INT64,
                                            DataType.FLOAT16,
                                            DataType.FLOAT,
                                            DataType.DOUBLE)
                                    .contains(to);
                    case INT16 ->
                            List.of(DataType.INT32, DataType.INT64, DataType.FLOAT, DataType.DOUBLE)
                                    .contains(to);
                    case UINT16 ->
                            List.of(
                                            DataType.UINT32,
                                            DataType.INT32,
                                            DataType.UINT64,
                                            DataType.INT64,
                                            DataType.FLOAT,
                                            DataType.DOUBLE)
                                    .contains(to);
                    case INT32 -> to == DataType.INT64 || to == DataType.DOUBLE;
                    case UINT32 ->
                            List.of(DataType.UINT64, DataType.INT64, DataType.DOUBLE).contains(to);
                    case FLOAT16, BFLOAT16 -> to == DataType.FLOAT || to == DataType.DOUBLE;
                    case FLOAT -> to == DataType.DOUBLE;
                    default -> false;
                };
    }
}
