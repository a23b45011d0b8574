package dev.lathe.model.opset;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.GraphEditor;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Raises one node from one version of the standard operator set to another.
///
/// The rewrites follow the change logs of the operators in the ONNX specification
/// (docs/Changelog.md); operators that are not named here mean the same in all versions from 7 to
/// 21.
///
/// @param types of the graph's values
/// @param editor takes the constants that attributes become
record NodeRaise(InferredTypes types, GraphEditor editor, long from, long to) {

    /// The nodes to put in place of a node.
    List<Node> raise(Node node) throws RewriteException {
        return switch (node.opType()) {
            case "BatchNormalization" -> List.of(batchNormalization(node));
            case "Clip" -> List.of(crosses(11) ? clip(node) : node);
            case "Dropout" -> List.of(crosses(12) ? dropout(node) : node);
            case "Pad" -> List.of(crosses(11) ? pad(node) : node);
            case "DFT" -> List.of(crosses(20) ? dft(node) : node);
            case "GridSample" -> List.of(crosses(20) ? gridSample(node) : node);
            case "GroupNormalization" -> {
                if (crosses(21)) {
                    throw refusal(
                            node, "its scale and bias mean something else from version 21 on");
                }
                yield List.of(node);
            }
            case "Resize" -> List.of(resize(node));
            case "RoiAlign" -> List.of(crosses(16) ? roiAlign(node) : node);
            case "Scatter" -> List.of(crosses(11) ? renamed(node, "ScatterElements") : node);
            case "Slice" -> List.of(crosses(10) ? slice(node) : node);
            case "TopK" -> List.of(crosses(10) ? topK(node) : node);
            case "Squeeze", "Unsqueeze", "ReduceSum" ->
                    List.of(crosses(13) ? withIntsAsInput(node, "axes", 1) : node);
            case "ReduceL1",
                    "ReduceL2",
                    "ReduceLogSum",
                    "ReduceLogSumExp",
                    "ReduceMax",
                    "ReduceMean",
                    "ReduceMin",
                    "ReduceProd",
                    "ReduceSumSquare" ->
                    List.of(crosses(18) ? withIntsAsInput(node, "axes", 1) : node);
            case "Split" -> List.of(split(node));
            case "Softmax", "LogSoftmax", "Hardmax" -> crosses(13) ? softmax(node) : List.of(node);
            case "Upsample" -> List.of(crosses(10) ? upsample(node) : node);
            case "Scan" -> {
                if (crosses(9)) {
                    throw refusal(node, "the operator was defined anew in version 9");
                }
                yield List.of(node);
            }
            default -> List.of(node);
        };
    }

    private boolean crosses(long version) {
        return from < version && to >= version;
    }

    private Node batchNormalization(Node node) throws RewriteException {
        var raised = node;
        if (crosses(9)) {
            if (node.intAttribute("spatial", 1) != 1) {
                throw refusal(node, "it normalizes each position by itself");
            }
            raised = without(node, Set.of("spatial"));
        }
        if (crosses(14)) {
            if (node.outputs().stream().skip(1).anyMatch(output -> !output.isEmpty())) {
                throw refusal(
                        node, "what it gives while training has another form from version 14 on");
            }
            raised = raised.withOutputs(raised.outputs().subList(0, 1));
        }
        return raised;
    }

    private Node dft(Node node) {
        var inputs = new ArrayList<>(node.inputs());
        if (inputs.size() < 2) {
            inputs.add("");
        }
        var axis = editor.freshName(node.outputs().getFirst() + "_axis");
        editor.put(Tensor.ofLongs(axis, new long[] {node.intAttribute("axis", 1)}));
        inputs.add(axis);
        return without(node, Set.of("axis")).withInputs(inputs);
    }

    private static Node gridSample(Node node) {
        var mode = node.stringAttribute("mode", "bilinear");
        var name = mode.equals("bilinear") ? "linear" : mode.equals("bicubic") ? "cubic" : mode;
        return with(without(node, Set.of("mode")), Attribute.of("mode", name));
    }

    private static Node roiAlign(Node node) {
        return with(node, Attribute.of("coordinate_transformation_mode", "output_half_pixel"));
    }

    private Node split(Node node) {
        var raised = crosses(13) ? withIntsAsInput(node, "split", 1) : node;
        return crosses(18) && raised.input(1).isEmpty()
                ? with(raised, Attribute.of("num_outputs", raised.outputs().size()))
                : raised;
    }

    /// Resize with the arithmetic that Upsample had.
    private Node upsample(Node node) {
        var inputs = new ArrayList<>(List.of(node.inputs().getFirst()));
        node.input(1).ifPresentOrElse(inputs::add, () -> inputs.add(floats(node, "scales")));
        var resize = renamed(without(node, Set.of("scales")), "Resize").withInputs(inputs);
        return crosses(11) ? resized(resize) : resize;
    }

    private Node clip(Node node) {
        var inputs = new ArrayList<>(List.of(node.inputs().getFirst()));
        inputs.add(floatConstant(node, "min"));
        inputs.add(floatConstant(node, "max"));
        while (inputs.getLast().isEmpty()) {
            inputs.removeLast();
        }
        return without(node, Set.of("min", "max")).withInputs(inputs);
    }

    private Node dropout(Node node) throws RewriteException {
        if (from < 10 && node.outputs().size() > 1 && !node.outputs().get(1).isEmpty()) {
            throw refusal(node, "its mask has another type from version 10 on");
        }
        return without(node, Set.of("ratio"));
    }

    private Node pad(Node node) {
        var inputs = new ArrayList<>(node.inputs());
        inputs.add(ints(node, "pads", node.intsAttribute("pads").orElse(List.of())));
        float value = node.floatAttribute("value", 0);
        if (value != 0) {
            inputs.add(floatConstant(node, "value"));
        }
        return without(node, Set.of("pads", "value")).withInputs(inputs);
    }

    private Node resize(Node node) throws RewriteException {
        var mode = node.stringAttribute("coordinate_transformation_mode", "");
        if (crosses(13) && mode.equals("tf_half_pixel_for_nn")) {
            throw refusal(node, "its way of placing pixels was removed in version 13");
        }
        return crosses(11) ? resized(node) : node;
    }

    private static Node resized(Node node) {
        var attributes = new ArrayList<>(node.attributes());
        attributes.add(Attribute.of("coordinate_transformation_mode", "asymmetric"));
        if (node.stringAttribute("mode", "nearest").equals("nearest")) {
            attributes.add(Attribute.of("nearest_mode", "floor"));
        }
        return node.withAttributes(attributes)
                .withInputs(List.of(node.inputs().get(0), "", node.inputs().get(1)));
    }

    private Node slice(Node node) {
        var starts = node.intsAttribute("starts").orElse(List.of());
        var inputs = new ArrayList<>(List.of(node.inputs().getFirst()));
        inputs.add(ints(node, "starts", starts));
        inputs.add(ints(node, "ends", node.intsAttribute("ends").orElse(List.of())));
        node.intsAttribute("axes").ifPresent(axes -> inputs.add(ints(node, "axes", axes)));
        return without(node, Set.of("starts", "ends", "axes")).withInputs(inputs);
    }

    private Node topK(Node node) {
        var k = ints(node, "k", List.of(node.intAttribute("k", 1)));
        return without(node, Set.of("k")).withInputs(List.of(node.inputs().getFirst(), k));
    }

    private Node withIntsAsInput(Node node, String name, int position) {
        var values = node.intsAttribute(name);
        if (values.isEmpty() || node.inputs().size() > position) {
            return node;
        }
        var inputs = new ArrayList<>(node.inputs());
        inputs.add(ints(node, name, values.get()));
        return without(node, Set.of(name)).withInputs(inputs);
    }

    /// Before version 13 these work on the input as a matrix that is folded at the axis, since then
    /// on the axis alone; the same if it is the last.
    private List<Node> softmax(Node node) {
        long axis = node.intAttribute("axis", 1);
        var shape = types.shape(node.inputs().getFirst());
        if (axis == -1 || shape.filter(known -> axis == known.rank() - 1).isPresent()) {
            return List.of(withAxis(node, -1));
        }
        var input = node.inputs().getFirst();
        var output = node.outputs().getFirst();
        var sizes = editor.freshName(output + "_shape");
        var flat = editor.freshName(output + "_flat_input");
        var flatOutput = editor.freshName(output + "_flat");
        return List.of(
                Node.of(
                        editor.freshName(output + "_flatten"),
                        "Flatten",
                        List.of(input),
                        List.of(flat),
                        Attribute.of("axis", axis)),
                withAxis(node, -1).withInputs(List.of(flat)).withOutputs(List.of(flatOutput)),
                Node.of(
                        editor.freshName(output + "_take_shape"),
                        "Shape",
                        List.of(input),
                        List.of(sizes)),
                Node.of(
                        editor.freshName(output + "_unflatten"),
                        "Reshape",
                        List.of(flatOutput, sizes),
                        List.of(output)));
    }

    private static Node withAxis(Node node, long axis) {
        var attributes = new ArrayList<>(without(node, Set.of("axis")).attributes());
        attributes.add(Attribute.of("axis", axis));
        return node.withAttributes(attributes);
    }

    private static Node without(Node node, Set<String> names) {
        return node.withAttributes(
                node.attributes().stream()
                        .filter(attribute -> !names.contains(attribute.name()))
                        .toList());
    }

    private static Node with(Node node, Attribute attribute) {
        var attributes = new ArrayList<>(node.attributes());
        attributes.add(attribute);
        return node.withAttributes(attributes);
    }

    private static Node renamed(Node node, String operator) {
        return new Node(
                node.name(),
                operator,
                node.domain(),
                node.inputs(),
                node.outputs(),
                node.attributes(),
                node.extras());
    }

    private String ints(Node node, String name, List<Long> values) {
        var fresh = editor.freshName(node.outputs().getFirst() + "_" + name);
        var elements = values.stream().mapToLong(Long::longValue).toArray();
        editor.put(Tensor.ofLongs(fresh, elements, elements.length));
        return fresh;
    }

    /// The floats of an attribute as a constant.
    private String floats(Node node, String name) {
        var values =
                node.attribute(name).orElse(null) instanceof FloatsValue(var all)
                        ? all
                        : List.<Float>of();
        var elements = new float[values.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = values.get(i);
        }
        var fresh = editor.freshName(node.outputs().getFirst() + "_" + name);
        editor.put(Tensor.ofFloats(fresh, elements, elements.length));
        return fresh;
    }

    /// A scalar with the value of an attribute; empty if the node does not have it.
    private String floatConstant(Node node, String name) {
        if (node.attribute(name).isEmpty()) {
            return "";
        }
        var fresh = editor.freshName(node.outputs().getFirst() + "_" + name);
        editor.put(Tensor.ofFloats(fresh, new float[] {node.floatAttribute(name, 0)}));
        return fresh;
    }

    private static RewriteException refusal(Node node, String reason) {
        return new RewriteException(
                "Cannot raise the operator set of the model: %s '%s' stands in the way, because %s; export the model anew with a newer operator set"
                        .formatted(
                                node.opType(),
                                node.name().isEmpty() ? node.outputs().getFirst() : node.name(),
                                reason));
    }
}
