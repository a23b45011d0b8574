package dev.lathe.model.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import dev.lathe.model.shape.InferredTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Naming the nodes of all graphs of a model.
class OutlineTest {
    private static final ModelHeader HEADER =
            new ModelHeader(
                    8, new LinkedHashMap<>(), "test", "1", "", 1, "", new LinkedHashMap<>());

    private final Node relu = named("relu", "Relu", List.of("x"), List.of("t"));
    private final Node choice =
            new Node(
                    "choice",
                    "If",
                    "",
                    List.of("c"),
                    List.of("y"),
                    List.of(
                            attribute("then_branch", graph(relu)),
                            attribute("else_branch", graph())),
                    Extras.NONE);

    @Test
    void aNodeOfTheMainGraphIsCalledByItsLayerName() {
        var outline = outline(List.of(), choice);

        assertThat(outline.find("choice").orElseThrow().node()).isSameAs(choice);
        assertThat(outline.main().id(choice)).isEqualTo("choice");
    }

    @Test
    void aNodeInABranchIsFoundByTheWayThere() {
        var outline = outline(List.of(), choice);

        var branch = outline.main().inside(choice).getFirst();
        var id = branch.id(relu);

        assertThat(id).isEqualTo("choice › then_branch › relu");
        assertThat(outline.find(id).orElseThrow().node()).isSameAs(relu);
        assertThat(outline.find(id).orElseThrow().scope()).isSameAs(branch);
    }

    @Test
    void whatAFunctionDoesIsInsideEachCall() {
        var call = named("call", "Twice", List.of("a"), List.of("b"));
        var outline = outline(List.of(function("Twice", relu)), call);

        assertThat(outline.find("call › Twice › relu")).isPresent();
    }

    @Test
    void aFunctionThatCallsItselfIsEnteredOnce() {
        var again = named("again", "Twice", List.of("x"), List.of("t"));
        var call = named("call", "Twice", List.of("a"), List.of("b"));
        var outline = outline(List.of(function("Twice", again)), call);

        var body = outline.main().inside(call).getFirst();

        assertThat(body.inside(again)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var outline = outline(List.of(), choice);

        assertThat(outline.find("choice › other_branch › relu")).isEmpty();
        assertThat(outline.find("nothing")).isEmpty();
        assertThat(outline.scope("nothing")).isEmpty();
    }

    private static Outline outline(List<LocalFunction> functions, Node... nodes) {
        var model = new ModelGraph(HEADER, graph(nodes)).withFunctions(functions);
        return Outline.of(model, InferredTypes.NONE);
    }

    private static Node named(String name, String op, List<String> inputs, List<String> outputs) {
        return new Node(name, op, "", inputs, outputs, List.of(), Extras.NONE);
    }

    private static LocalFunction function(String name, Node... nodes) {
        return new LocalFunction(
                "",
                name,
                "",
                List.of("x"),
                List.of("t"),
                List.of(),
                List.of(nodes),
                Map.of(),
                Extras.NONE);
    }

    private static Attribute attribute(String name, Graph graph) {
        return new Attribute(name, new GraphValue(graph), Extras.NONE);
    }

    private static Graph graph(Node... nodes) {
        return new Graph(
                "g",
                List.of(nodes),
                List.of(new Value("x", Optional.empty(), Extras.NONE)),
                List.of(),
                List.of(),
                List.of(),
                Extras.NONE);
    }
}
