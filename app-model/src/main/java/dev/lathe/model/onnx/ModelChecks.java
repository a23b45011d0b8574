package dev.lathe.model.onnx;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import java.util.HashSet;
import java.util.List;

/// Finds what a model must not have by the ONNX IR specification but real files do have.
final class ModelChecks {
    /// The newest intermediate representation and operator set that this version knows.
    private static final long NEWEST_IR_VERSION = 14;

    private static final long NEWEST_OPSET = 27;

    private ModelChecks() {}

    static void check(
            ModelHeader header, Graph graph, List<LocalFunction> functions, Warnings warnings) {
        if (header.irVersion() > NEWEST_IR_VERSION) {
            warnings.add(
                    "newer-ir-version",
                    "The file has IR version "
                            + header.irVersion()
                            + ", newer than the "
                            + NEWEST_IR_VERSION
                            + " that is known here.");
        }
        if (header.opset() > NEWEST_OPSET) {
            warnings.add(
                    "unknown-opset",
                    "The model asks for operator set "
                            + header.opset()
                            + ", newer than the "
                            + NEWEST_OPSET
                            + " that is known here.");
        }
        checkDomains(header, graph, warnings);
        checkNames(graph, warnings);
        WiringChecks.check(graph, functions, warnings);
        RecursionCheck.check(functions, warnings);
    }

    private static void checkDomains(ModelHeader header, Graph graph, Warnings warnings) {
        for (Node node : graph.nodesIncludingSubgraphs()) {
            if (!node.isStandard() && !header.opsets().containsKey(node.domain())) {
                warnings.add(
                        "domain-not-imported",
                        "Operator "
                                + node.domain()
                                + "."
                                + node.opType()
                                + " belongs to a domain that the model does not import.");
            }
        }
    }

    private static void checkNames(Graph graph, Warnings warnings) {
        var produced = new HashSet<String>();
        for (Node node : graph.nodes()) {
            for (String input : node.inputs()) {
                if (!produced.contains(input) && graph.producer(input).isPresent()) {
                    warnings.add(
                            "nodes-out-of-order",
                            "Node "
                                    + graph.layerName(node)
                                    + " stands before the node that produces its input "
                                    + input
                                    + ".");
                }
            }
            for (String output : node.outputs()) {
                if (!output.isEmpty() && !produced.add(output)) {
                    warnings.add(
                            "value-produced-twice",
                            "Value " + output + " is produced by more than one node.");
                }
            }
        }
    }
}
