package dev.lathe.model.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.Node;
import dev.lathe.model.onnx.proto.NodeProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds functions that call themselves, directly or through others ("recursive reference is not
/// allowed", `ModelProto.functions` in `onnx.proto`).
final class RecursionCheck {
    private RecursionCheck() {}

    /// What tells functions apart.
    private record Name(String domain, String name, String overload) {
        Name {
            domain = domain.equals("ai.onnx") ? "" : domain;
        }
    }

    static void check(List<LocalFunction> functions, Warnings warnings) {
        var positions = new HashMap<Name, Integer>();
        for (int i = 0; i < functions.size(); i++) {
            var function = functions.get(i);
            positions.putIfAbsent(
                    new Name(function.domain(), function.name(), function.overload()), i);
        }
        var calls = new ArrayList<int[]>(functions.size());
        for (LocalFunction function : functions) {
            calls.add(calls(function, positions));
        }
        Cycle.find(calls)
                .ifPresent(i ->
                        warnings.add(
                                "recursive-function",
                                "Function "
                                        + functions.get(i).name()
                                        + " calls itself, directly or through others."));
    }

    private static int[] calls(LocalFunction function, Map<Name, Integer> positions) {
        var called = new ArrayList<Integer>();
        var open = new ArrayDeque<>(function.nodes());
        while (!open.isEmpty()) {
            var node = open.remove();
            var position = positions.get(new Name(node.domain(), node.opType(), overload(node)));
            if (position != null) {
                called.add(position);
            }
            node.subgraphs().forEach(graph -> open.addAll(graph.nodes()));
        }
        return called.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String overload(Node node) {
        if (node.extras().isEmpty()) {
            return "";
        }
        try {
            return NodeProto.parseFrom(node.extras().bytes()).getOverload();
        } catch (InvalidProtocolBufferException _) {
            return ""; // what another format says of its nodes
        }
    }
}
