package dev.lathe.model.group;

import dev.lathe.model.graph.Node;
import dev.lathe.model.onnx.NodeMetadata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the modules that a node is in from its metadata and names.
///
/// Metadata: `pkg.torch.onnx.name_scopes` is a list of module names from the model down to the
/// operation itself, as Python prints a list; `namespace` is `name: class` for each of them, joined
/// by `/` (both as PyTorch's exporter writes them, `torch/onnx/_internal/exporter/_core.py`, and
/// the second as the ONNX adapter of Model Explorer does).
///
/// Names: PyTorch `/model/layers.0/mlp/MatMul`, TensorFlow `model/block_1/conv/Conv2D:0`.
final class ScopeNames {
    private static final String NAME_SCOPES = "pkg.torch.onnx.name_scopes";
    private static final String NAMESPACE = "namespace";
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final List<String> NONE = List.of();

    private ScopeNames() {}

    /// The modules that the exporter noted, outermost first; none if it noted nothing.
    static List<String> ofMetadata(Node node) {
        var metadata = NodeMetadata.of(node);
        var scopes = metadata.get(NAME_SCOPES);
        if (scopes != null) {
            var names = new ArrayList<String>();
            var matcher = QUOTED.matcher(scopes);
            while (matcher.find()) {
                names.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
            return modules(names);
        }
        var namespace = metadata.get(NAMESPACE);
        if (namespace == null) {
            return NONE;
        }
        return modules(
                Arrays.stream(namespace.split("/", -1))
                        .map(part ->
                                part.contains(": ") ? part.substring(0, part.indexOf(": ")) : part)
                        .toList());
    }

    /// PyTorch gives each module its whole path (`layers`, `layers.0`, `layers.0.mlp`), others only
    /// its own name. The last entry is the operation.
    private static List<String> modules(List<String> names) {
        var path = "";
        for (String name : names.subList(0, Math.max(0, names.size() - 1))) {
            if (path.isEmpty() || name.startsWith(path + ".")) {
                path = name;
            } else if (!name.isEmpty()) {
                path = path + "." + name;
            }
        }
        return parts(path);
    }

    /// The modules in the name of a node; none if it has no scopes.
    static List<String> ofName(Node node) {
        return ofPath(node.name());
    }

    /// The modules in the name of the first output of a node.
    static List<String> ofOutput(Node node) {
        return node.outputs().isEmpty() ? NONE : ofPath(node.outputs().getFirst());
    }

    /// The modules in the name of a weight: `encoder.layers.0.attention.weight`, or
    /// `block2/conv_w`, where the last part names the module as well.
    static List<String> ofWeight(String weight) {
        var slash = ofPath(weight);
        if (!slash.isEmpty()) {
            var path = new ArrayList<>(slash);
            path.add(weight.substring(weight.lastIndexOf('/') + 1));
            return path;
        }
        if (weight.startsWith("onnx::")) {
            return NONE;
        }
        int dot = weight.lastIndexOf('.');
        return dot <= 0 ? NONE : parts(weight.substring(0, dot));
    }

    private static List<String> ofPath(String name) {
        var separated = name.contains("/") ? name : name.replace("::", "/");
        int end = separated.lastIndexOf('/');
        if (end <= 0 || name.startsWith("onnx::")) {
            return NONE;
        }
        var result = new ArrayList<String>();
        for (String scope : separated.substring(0, end).split("/", -1)) {
            if (!scope.isEmpty()) {
                result.addAll(parts(scope));
            }
        }
        return result;
    }

    /// `layers.0.mlp` is a list of layers, one of them, and a part of that: `layers`, `layers.0`,
    /// `mlp`.
    private static List<String> parts(String scope) {
        var result = new ArrayList<String>();
        var before = "";
        for (String part : scope.split("\\.", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            result.add(
                    NUMBER.matcher(part).matches() && !before.isEmpty()
                            ? before + "." + part
                            : part);
            before = part;
        }
        return result;
    }
}
