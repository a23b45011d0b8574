package dev.lathe.app.cli;

import dev.lathe.model.cost.AtLeast;
import dev.lathe.model.cost.LayerCost;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelWarning;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What `inspect` says of a model; the components are the properties of its JSON.
record InspectReport(
        String file,
        String format,
        long irVersion,
        Map<String, Long> opsets,
        Producer producer,
        List<Port> inputs,
        List<Port> outputs,
        int nodes,
        int nodesIncludingSubgraphs,
        Map<String, Integer> opTypes,
        long parameters,
        long weightBytes,
        Map<String, Long> weightBytesByType,
        OptionalLong macs,
        long macsAtLeast,
        int operatorsWithUnknownMacs,
        OptionalLong activationPeakBytes,
        long activationPeakBytesAtLeast,
        long valuesWithUnknownShape,
        List<FreeDimension> freeDimensions,
        Map<String, String> metadata,
        List<FurtherGraph> furtherGraphs,
        List<ModelWarning> warnings,
        List<GroupReport.OneGroup> groups,
        List<Layer> layers) {

    /// A graph that the main graph does not run.
    record FurtherGraph(String name, int nodes) {}

    record Producer(String name, String version) {}

    /// A dimension of the inputs that is open.
    ///
    /// @param inputs where it occurs, as INPUT:AXIS
    record FreeDimension(String name, List<String> inputs) {}

    /// An input or output.
    ///
    /// @param shape numbers and symbols; null if the rank is not known
    record Port(String name, String type, @Nullable List<Object> shape) {}

    record Layer(
            String name,
            String op,
            String domain,
            List<String> inputs,
            List<String> outputs,
            List<@Nullable List<Object>> outputShapes,
            long parameters,
            long weightBytes,
            OptionalLong macs,
            long macsAtLeast) {}

    /// @param groups the groups of layers to print with it
    static InspectReport of(
            String file, AnalysedModel analysed, List<GroupReport.OneGroup> groups) {
        var model = analysed.model();
        var header = model.header();
        var graph = model.graph();
        var opTypes = new TreeMap<String, Integer>();
        var all = graph.nodesIncludingSubgraphs();
        all.forEach(node -> opTypes.merge(node.opType(), 1, Integer::sum));
        return new InspectReport(
                file,
                header.format().name().toLowerCase(Locale.ROOT),
                header.irVersion(),
                header.opsets(),
                new Producer(header.producerName(), header.producerVersion()),
                graph.requiredInputs().stream().map(input -> port(input, analysed)).toList(),
                graph.outputs().stream().map(output -> port(output, analysed)).toList(),
                graph.nodes().size(),
                all.size(),
                opTypes,
                analysed.cost().parameters(),
                analysed.cost().weightBytes(),
                byLabel(analysed.cost().weightBytesByType()),
                analysed.cost().macs().exact(),
                analysed.cost().macs().value(),
                analysed.cost().macs().unknown(),
                analysed.cost().activationPeakBytes().exact(),
                analysed.cost().activationPeakBytes().value(),
                unknownShapes(graph, analysed),
                free(analysed),
                header.metadata(),
                model.furtherGraphs().stream()
                        .map(further -> new FurtherGraph(further.name(), further.nodes().size()))
                        .toList(),
                model.warnings(),
                groups,
                graph.nodes().stream().map(node -> layer(node, analysed)).toList());
    }

    private static Map<String, Long> byLabel(SequencedMap<DataType, Long> bytes) {
        var result = new LinkedHashMap<String, Long>();
        bytes.forEach((type, count) -> result.put(type.label(), count));
        return result;
    }

    private static List<FreeDimension> free(AnalysedModel analysed) {
        return analysed.free().all().stream()
                .filter(dimension -> !analysed.bindings().containsKey(dimension.name()))
                .map(dimension ->
                        new FreeDimension(
                                dimension.name(),
                                dimension.places().stream().map(Object::toString).toList()))
                .toList();
    }

    private static long unknownShapes(Graph graph, AnalysedModel analysed) {
        return graph.nodes().stream()
                .flatMap(node -> node.outputs().stream())
                .filter(output -> !output.isEmpty())
                .filter(output -> !isKnown(analysed.types().type(output)))
                .count();
    }

    /// Whether every dimension is a number or a symbol. Only tensors have shapes to know.
    private static boolean isKnown(Optional<ValueType> type) {
        return type.isPresent()
                && (!(type.get() instanceof TensorType(_, var shape))
                        || shape.filter(s ->
                                        s.dimensions().stream()
                                                .noneMatch(Dimension.UNKNOWN::equals))
                                .isPresent());
    }

    private static Port port(Value value, AnalysedModel analysed) {
        var type = analysed.types().type(value.name()).or(value::type);
        return new Port(
                value.name(),
                type.map(InspectReport::typeName).orElse("unknown"),
                type.filter(TensorType.class::isInstance)
                        .flatMap(t -> ((TensorType) t).shape())
                        .map(InspectReport::sizes)
                        .orElse(null));
    }

    static String typeName(ValueType type) {
        return switch (type) {
            case TensorType(var element, _) -> element.label();
            case ValueType.SparseTensorType(var element, _) -> "sparse " + element.label();
            case ValueType.SequenceType(var element) -> "sequence of " + typeName(element);
            case ValueType.OptionalType(var element) -> "optional " + typeName(element);
            case ValueType.MapType(var key, var value) ->
                    "map of " + key.label() + " to " + typeName(value);
            case ValueType.OpaqueType(var name) -> name;
        };
    }

    private static Layer layer(Node node, AnalysedModel analysed) {
        var name = analysed.model().graph().layerName(node);
        var cost = Optional.ofNullable(analysed.cost().layers().get(name));
        var shapes = new ArrayList<@Nullable List<Object>>();
        for (String output : node.outputs()) {
            shapes.add(analysed.types().shape(output).map(InspectReport::sizes).orElse(null));
        }
        return new Layer(
                name,
                node.opType(),
                node.domain(),
                node.inputs(),
                node.outputs(),
                shapes,
                cost.map(LayerCost::parameters).orElse(0L),
                cost.map(LayerCost::weightBytes).orElse(0L),
                cost.map(LayerCost::macs).orElse(AtLeast.UNKNOWN).exact(),
                cost.map(LayerCost::macs).orElse(AtLeast.UNKNOWN).value());
    }

    private static List<Object> sizes(Shape shape) {
        var sizes = new ArrayList<Object>();
        for (Dimension dimension : shape.dimensions()) {
            sizes.add(
                    switch (dimension) {
                        case Dimension.Fixed(long size) -> size;
                        case Dimension.Symbolic(String symbol) -> symbol;
                        case Dimension.Unknown _ -> "?";
                    });
        }
        return sizes;
    }
}
