package dev.lathe.model.outline;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.group.GroupTree;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All graphs of a model, with identifiers for their nodes.
///
/// A node of the main graph is called by its layer name; a node inside another by the way there:
/// `If_0 › then_branch › Conv_1`.
public final class Outline {
    /// The most nodes of a graph that is read without parts being found in it.
    private static final int READABLE = 150;

    private final List<Scope> roots;

    private Outline(List<Scope> roots) {
        this.roots = List.copyOf(roots);
    }

    /// Where a node is.
    public record Place(Scope scope, Node node) {

        /// The identifier of the node.
        public String id() {
            return scope.id(node);
        }
    }

    /// The outline of a model.
    ///
    /// @param types of the values of the main graph and of all inside it
    public static Outline of(ModelGraph model, InferredTypes types) {
        return of(model, types, Outline::grouped);
    }

    /// The outline of a model without groups.
    public static Outline ungrouped(ModelGraph model, InferredTypes types) {
        return of(model, types, GroupTree::flat);
    }

    /// A graph that can be read as it is gets only the groups that its names tell of.
    private static GroupTree grouped(Graph graph) {
        return graph.nodes().size() <= READABLE ? GroupTree.named(graph) : GroupTree.of(graph);
    }

    private static Outline of(
            ModelGraph model, InferredTypes types, Function<Graph, GroupTree> grouping) {
        var common = new Scope.Common(model.functions(), grouping);
        var roots = new ArrayList<Scope>();
        var main = model.graph();
        roots.add(new Scope("", main.name(), main, types, common));
        for (int i = 0; i < model.furtherGraphs().size(); i++) {
            Graph graph = model.furtherGraphs().get(i);
            var path = "[" + (i + 1) + "]" + Scope.SEPARATOR + graph.name();
            roots.add(new Scope(path, graph.name(), graph, types.inside(graph), common));
        }
        return new Outline(roots);
    }

    /// The main graph.
    public Scope main() {
        return roots.getFirst();
    }

    /// The graphs that no node holds: the main graph, then those that it does not run.
    public List<Scope> roots() {
        return roots;
    }

    /// The scope with a path.
    public Optional<Scope> scope(String path) {
        for (Scope root : roots) {
            if (root.path().equals(path)) {
                return Optional.of(root);
            }
        }
        int cut = path.lastIndexOf(Scope.SEPARATOR);
        return cut < 0
                ? Optional.empty()
                : find(path.substring(0, cut)).stream()
                        .flatMap(place -> place.scope().inside(place.node()).stream())
                        .filter(scope -> scope.path().equals(path))
                        .findFirst();
    }

    /// Where the node with an identifier is.
    public Optional<Place> find(String id) {
        var inMain = main().graph().node(id);
        if (inMain.isPresent()) {
            return inMain.map(node -> new Place(main(), node));
        }
        int cut = id.lastIndexOf(Scope.SEPARATOR);
        if (cut < 0) {
            return Optional.empty();
        }
        var name = id.substring(cut + Scope.SEPARATOR.length());
        return scope(id.substring(0, cut))
                .flatMap(scope -> scope.graph().node(name).map(n -> new Place(scope, n)));
    }
}
