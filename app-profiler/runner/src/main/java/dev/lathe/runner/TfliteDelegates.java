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
        List<Partition> partitions = new ArrayList<>();
        IntPointer plan = interpreter.execution_plan();
        for (int i = 0; plan != null && i < plan.limit(); i++) {
            TfLiteNode node = interpreter.node_and_registration(plan.get(i)).first();
            if (node.delegate() != null) {
                partitions.add(partition(interpreter, node));
            }
        }
        return partitions;
    }

    private static Partition partition(Interpreter interpreter, TfLiteNode node) {
        TfLiteIntArray replaced = new TfLiteDelegateParams(node.builtin_data()).nodes_to_replace();
        List<Integer> nodes = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < replaced.size(); i++) {
            nodes.add(replaced.data(i));
            codes.add(interpreter.node_and_registration(replaced.data(i)).second().builtin_code());
        }
        return new Partition(nodes, codes);
    }

    /// A word on the share of XNNPACK, the one delegate that is used.
    static String describe(Interpreter interpreter) {
        int taken = partitions(interpreter).stream().mapToInt(part -> part.nodes().size()).sum();
        if (taken == 0) {
            return "none";
        }
        long all = interpreter.subgraph(0).pre_delegation_execution_plan().limit();
        return "XNNPACK for " + taken + " of " + all + " operators";
    }

    /// The bytes of the arenas and dynamic tensors of all subgraphs; empty if a delegate is used,
    /// because that has memory of its own, of which it does not tell.
    static OptionalLong arenaBytes(Interpreter interpreter) {
        long bytes = 0;
        for (int i = 0; i < interpreter.subgraphs_size(); i++) {
            Subgraph subgraph = interpreter.subgraph(i);
            if (subgraph.HasDelegates() && !partitions(interpreter).isEmpty()) {
                return OptionalLong.empty();
            }
            try (Subgraph.SubgraphAllocInfo info = new Subgraph.SubgraphAllocInfo()) {
                subgraph.GetMemoryAllocInfo(info);
                bytes += info.arena_size() + info.arena_persist_size() + info.dynamic_size();
            }
        }
        return OptionalLong.of(bytes);
    }
}
