package dev.lathe.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.Subgraph;
import org.bytedeco.tensorflowlite.TfLiteDelegateParams;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.TfLiteNode;

/// Which operators of an interpreter a delegate has taken over.
final class TfliteDelegates {
    private TfliteDelegates() {}

    /// Some operators that a delegate runs as one.
    ///
    /// @param nodes their positions in the primary subgraph
    /// @param builtinCodes their kinds (`BuiltinOperator` of the schema)
    record Partition(List<Integer> nodes, List<Integer> builtinCodes) {
        Partition {
            nodes = List.copyOf(nodes);
            builtinCodes = List.copyOf(builtinCodes);
        }
    }

    /// The partitions of the primary subgraph in the order in which they run.
    static List<Partition> partitions(Interpreter interpreter) {
        return partitions(interpreter.primary_subgraph());
    }

    private static List<Partition> partitions(Subgraph subgraph) {
        List<Partition> partitions = new ArrayList<>();
        IntPointer plan = subgraph.execution_plan();
        for (int i = 0; i < length(plan); i++) {
            TfLiteNode node = subgraph.node_and_registration(plan.get(i)).first();
            if (node.delegate() != null) {
                partitions.add(partition(subgraph, node));
            }
        }
        return partitions;
    }

    private static Partition partition(Subgraph subgraph, TfLiteNode node) {
        TfLiteIntArray replaced = new TfLiteDelegateParams(node.builtin_data()).nodes_to_replace();
        List<Integer> nodes = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < replaced.size(); i++) {
            nodes.add(replaced.data(i));
            codes.add(subgraph.node_and_registration(replaced.data(i)).second().builtin_code());
        }
        return new Partition(nodes, codes);
    }

    /// A word on the share of XNNPACK, the one delegate that is used, in the operators of all
    /// subgraphs.
    static String describe(Interpreter interpreter) {
        long taken = 0;
        long left = 0;
        for (int i = 0; i < interpreter.subgraphs_size(); i++) {
            Subgraph subgraph = interpreter.subgraph(i);
            List<Partition> partitions = partitions(subgraph);
            taken += partitions.stream().mapToInt(part -> part.nodes().size()).sum();
            left += length(subgraph.execution_plan()) - partitions.size();
        }
        return taken == 0
                ? "none"
                : "XNNPACK for " + taken + " of " + (taken + left) + " operators";
    }

    /// The bytes of the arenas and dynamic tensors of all subgraphs; empty if a delegate is used,
    /// because that has memory of its own, of which it does not tell.
    static OptionalLong arenaBytes(Interpreter interpreter) {
        long bytes = 0;
        for (int i = 0; i < interpreter.subgraphs_size(); i++) {
            Subgraph subgraph = interpreter.subgraph(i);
            if (!partitions(subgraph).isEmpty()) {
                return OptionalLong.empty();
            }
            try (Subgraph.SubgraphAllocInfo info = new Subgraph.SubgraphAllocInfo()) {
                subgraph.GetMemoryAllocInfo(info);
                bytes += info.arena_size() + info.arena_persist_size() + info.dynamic_size();
            }
        }
        return OptionalLong.of(bytes);
    }

    /// The length of a vector, for which the binding has null if it is empty.
    private static long length(IntPointer vector) {
        return vector == null ? 0 : vector.limit();
    }
}
