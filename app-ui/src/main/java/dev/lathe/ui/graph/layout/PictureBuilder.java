package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.layout.PictureEdge.Reading;
import dev.lathe.ui.theme.OperatorKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the picture of a graph: a box for each node, required input and output; constants become
/// lines in the boxes that read them.
public final class PictureBuilder {
    private final Graph graph;
    private final InferredTypes types;
    private final BoxFactory factory;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final List<PictureEdge> edges = new ArrayList<>();
    private final Map<String, Integer> folded = new HashMap<>();

    /// Where a value comes from.
    ///
    /// @param port -1 until the value is first read
    private record Source(int box, int port) {}

    /// A box whose outputs are not known yet.
    private record Draft(
            BoxRole role,
            String name,
            OperatorKind kind,
            NodeText text,
            Map<String, String> ports) {
        Draft(BoxRole role, String name, OperatorKind kind, NodeText text) {
            this(role, name, kind, text, new LinkedHashMap<>());
        }
    }

    private PictureBuilder(Graph graph, InferredTypes types, TextMeasure measure) {
        this.graph = graph;
        this.types = types;
        this.factory = new BoxFactory(measure);
    }

    /// The picture of a graph with the types that are known of its values.
    public static GraphPicture build(Graph graph, InferredTypes types, TextMeasure measure) {
        return new PictureBuilder(graph, types, measure).build();
    }

    private GraphPicture build() {
        for (Value input : graph.requiredInputs()) {
            addEnd(BoxRole.INPUT, input.name());
            sources.put(input.name(), new Source(drafts.size() - 1, -1));
        }
        var nodes = drawnNodes();
        var texts = new NodeTexts(graph, types);
        var indices = new ArrayList<Integer>(nodes.size());
        for (Node node : nodes) {
            int index = drafts.size();
            indices.add(index);
            drafts.add(
                    new Draft(
                            BoxRole.NODE,
                            graph.layerName(node),
                            OperatorKind.of(node),
                            texts.of(node)));
            for (String output : node.outputs()) {
                if (!output.isEmpty()) {
                    sources.putIfAbsent(output, new Source(index, -1));
                }
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            addReads(nodes.get(i), indices.get(i));
        }
        for (Value output : graph.outputs()) {
            addEnd(BoxRole.OUTPUT, output.name());
            addEdge(output.name(), drafts.size() - 1, Reading.DIRECT);
        }
        addCaptures(nodes, indices);
        return new GraphPicture(drafts.stream().map(this::finish).toList(), edges, folded);
    }

    /// The nodes that get boxes: all but constants that only other nodes read.
    private List<Node> drawnNodes() {
        var outputs = new HashSet<String>();
        graph.outputs().forEach(output -> outputs.add(output.name()));
        return graph.topologicalOrder().stream().filter(node -> !isFolded(node, outputs)).toList();
    }

    private boolean isFolded(Node node, Set<String> graphOutputs) {
        return node.is("Constant")
                && node.outputs().stream()
                        .noneMatch(o -> graphOutputs.contains(o) || graph.consumers(o).isEmpty());
    }

    private void addEnd(BoxRole role, String value) {
        var text = new NodeText(value, List.of());
        drafts.add(new Draft(role, value, OperatorKind.CONSTANT, text));
    }

    private void addReads(Node node, int index) {
        var read = new HashSet<String>();
        for (String input : node.inputs()) {
            if (!input.isEmpty() && read.add(input)) {
                addEdge(input, index, Reading.DIRECT);
                graph.producer(input)
                        .filter(producer -> producer.is("Constant"))
                        .ifPresent(c -> folded.putIfAbsent(graph.layerName(c), index));
            }
        }
    }

    /// Adds edges for values that nodes read only inside their subgraphs.
    private void addCaptures(List<Node> nodes, List<Integer> indices) {
        var withSubgraphs = new HashMap<String, Integer>();
        for (int i = 0; i < nodes.size(); i++) {
            if (!nodes.get(i).subgraphs().isEmpty()) {
                withSubgraphs.put(graph.layerName(nodes.get(i)), indices.get(i));
            }
        }
        if (withSubgraphs.isEmpty()) {
            return;
        }
        for (String value : List.copyOf(sources.keySet()).stream().sorted().toList()) {
            for (Node reader : graph.consumers(value)) {
                var index = withSubgraphs.get(graph.layerName(reader));
                if (index != null && !reader.inputs().contains(value)) {
                    addEdge(value, index, Reading.CAPTURED);
                }
            }
        }
    }

    private void addEdge(String value, int to, Reading reading) {
        var source = sources.get(value);
        if (source == null || source.box == to) {
            return;
        }
        var ports = drafts.get(source.box).ports;
        int port = source.port;
        if (port < 0) {
            port = ports.size();
            ports.put(value, types.type(value).map(TypeText::of).orElse(""));
            sources.put(value, new Source(source.box, port));
        }
        edges.add(new PictureEdge(source.box, port, to, reading));
    }

    private PictureBox finish(Draft draft) {
        var ports = new ArrayList<OutputPort>(draft.ports.size());
        draft.ports.forEach((value, label) -> ports.add(new OutputPort(value, label)));
        return factory.box(draft.role, draft.name, draft.kind, draft.text, ports);
    }
}
