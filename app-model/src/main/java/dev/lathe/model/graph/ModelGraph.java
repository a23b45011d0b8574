package dev.lathe.model.graph;

import java.util.List;
import java.util.Optional;

/// A model: its header, its main graph, its functions, and where it came from.
///
/// Immutable; it holds all that the file held, so that saving an unedited model loses nothing.
///
/// @param furtherGraphs graphs that the main graph does not run: other signatures of a TensorFlow
///   Lite model, or graphs that nothing refers to
/// @param origin present as long as the model is just what the file holds; every change drops it
/// @param warnings what was odd about the file
public record ModelGraph(
        ModelHeader header,
        Graph graph,
        List<LocalFunction> functions,
        Extras extras,
        List<Graph> furtherGraphs,
        Optional<ModelOrigin> origin,
        List<ModelWarning> warnings) {

    public ModelGraph {
        functions = List.copyOf(functions);
        furtherGraphs = List.copyOf(furtherGraphs);
        warnings = List.copyOf(warnings);
    }

    /// A model of one graph.
    public ModelGraph(
            ModelHeader header,
            Graph graph,
            List<LocalFunction> functions,
            Extras extras,
            Optional<ModelOrigin> origin,
            List<ModelWarning> warnings) {
        this(header, graph, functions, extras, List.of(), origin, warnings);
    }

    /// A model that no file holds.
    public ModelGraph(ModelHeader header, Graph graph) {
        this(header, graph, List.of(), Extras.NONE, Optional.empty(), List.of());
    }

    /// This model with another main graph.
    public ModelGraph withGraph(Graph other) {
        return new ModelGraph(
                header, other, functions, extras, furtherGraphs, Optional.empty(), warnings);
    }

    /// This model with other functions.
    public ModelGraph withFunctions(List<LocalFunction> others) {
        return new ModelGraph(
                header, graph, others, extras, furtherGraphs, Optional.empty(), warnings);
    }

    /// This model with another header.
    public ModelGraph withHeader(ModelHeader other) {
        return new ModelGraph(
                other, graph, functions, extras, furtherGraphs, Optional.empty(), warnings);
    }
}
