package dev.lathe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lathe.model.graph.ModelWarning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringChecksTest {
    @TempDir Path folder = Path.of("");

    @Test
    void namesANodeThatReadsAValueThatNothingProduces() throws Exception {
        assertThat(
                        warnings(
                                """
                                graph {
                                  node { name: "a" op_type: "Add" input: "x" input: "ghost" output: "y" }
                                  input { name: "x" } output { name: "y" }
                                }
                                """))
                .containsExactly(
                        new ModelWarning(
                                "value-without-producer",
                                "Node a reads value ghost, which is no input, no constant and no"
                                        + " node's output."));
    }

    @Test
    void namesAnOutputThatNothingProduces() throws Exception {
        assertThat(warnings("graph { input { name: \"x\" } output { name: \"y\" } }"))
                .containsExactly(
                        new ModelWarning(
                                "output-without-producer",
                                "Output y of the model is produced by no node."));
    }

    @Test
    void namesANodeOnACycleAndNotOneBehindIt() throws Exception {
        assertThat(
                        warnings(
                                """
                                graph {
                                  node { name: "behind" op_type: "Neg" input: "a" output: "y" }
                                  node { name: "round" op_type: "Add" input: "x" input: "b" output: "a" }
                                  node { name: "again" op_type: "Neg" input: "a" output: "b" }
                                  input { name: "x" } output { name: "y" }
                                }
                                """))
                .extracting(ModelWarning::code, w -> w.message().startsWith("Node behind is on"))
                .contains(tuple("cycle", false));
    }

    @Test
    void seesACycleThroughABranch() throws Exception {
        assertThat(
                        codes(
                                """
                                graph {
                                  node { op_type: "If" input: "c" output: "y" attribute {
                                    name: "then_branch" type: GRAPH g {
                                      node { op_type: "Neg" input: "y" output: "z" }
                                      output { name: "z" } } } }
                                  input { name: "c" } output { name: "y" }
                                }
                                """))
                .contains("cycle");
    }

    @Test
    void takesAnyOrderOfNodesWithoutACycleForNone() throws Exception {
        assertThat(
                        codes(
                                """
                                graph {
                                  node { op_type: "Neg" input: "a" output: "y" }
                                  node { op_type: "Neg" input: "x" output: "a" }
                                  input { name: "x" } output { name: "y" }
                                }
                                """))
                .containsExactly("nodes-out-of-order");
    }

    @Test
    void letsBranchesReadWhatIsAroundThem() throws Exception {
        assertThat(
                        codes(
                                """
                                graph {
                                  node { op_type: "Neg" input: "x" output: "outer" }
                                  node { op_type: "If" input: "c" output: "y" attribute {
                                    name: "then_branch" type: GRAPH g {
                                      node { op_type: "Add" input: "outer" input: "w" output: "z" }
                                      output { name: "z" } } } }
                                  initializer { name: "w" data_type: 1 float_data: 1 }
                                  input { name: "c" } input { name: "x" } output { name: "y" }
                                }
                                """))
                .isEmpty();
    }

    @Test
    void doesNotLetOneBranchReadWhatIsInAnother() throws Exception {
        assertThat(
                        warnings(
                                """
                                graph {
                                  node { name: "if" op_type: "If" input: "c" output: "y" attribute {
                                    name: "then_branch" type: GRAPH g {
                                      node { op_type: "Neg" input: "c" output: "inner" }
                                      output { name: "inner" } } } attribute {
                                    name: "else_branch" type: GRAPH g { output { name: "inner" } } } }
                                  input { name: "c" } output { name: "y" }
                                }
                                """))
                .extracting(ModelWarning::message)
                .containsExactly("Output inner of a graph in if is produced by no node.");
    }

    @Test
    void doesNotLetAFunctionReadWhatIsOutsideIt() throws Exception {
        assertThat(
                        warnings(
                                """
                                graph { input { name: "x" } output { name: "x" } }
                                functions { name: "f" domain: "d" input: "a" output: "b"
                                  node { op_type: "Add" input: "a" input: "x" output: "b" } }
                                """))
                .extracting(ModelWarning::message)
                .containsExactly(
                        "Node Add reads value x, which is no input, no constant and no node's"
                                + " output.");
    }

    @Test
    void namesAFunctionThatCallsItselfThroughAnother() throws Exception {
        assertThat(
                        codes(
                                """
                                graph { input { name: "x" } output { name: "x" } }
                                functions { name: "f" domain: "d" input: "a" output: "b"
                                  node { op_type: "g" domain: "d" input: "a" output: "b" } }
                                functions { name: "g" domain: "d" input: "a" output: "b"
                                  node { op_type: "f" domain: "d" input: "a" output: "b" } }
                                """))
                .containsExactly("recursive-function");
    }

    @Test
    void takesACallOfAnotherOverloadForNoRecursion() throws Exception {
        assertThat(
                        codes(
                                """
                                graph { input { name: "x" } output { name: "x" } }
                                functions { name: "f" domain: "d" input: "a" output: "b"
                                  node { op_type: "f" domain: "d" overload: "2" input: "a" output: "b" } }
                                functions { name: "f" domain: "d" overload: "2" input: "a" output: "b"
                                  node { op_type: "Neg" input: "a" output: "b" } }
                                """))
                .isEmpty();
    }

    @Test
    void tellsOneOfManyAndHowManyThereAre() throws Exception {
        var nodes = new StringBuilder("graph { output { name: \"y9\" } ");
        for (int i = 0; i < 10; i++) {
            nodes.append(
                    "node { op_type: \"Neg\" input: \"g%d\" output: \"y%d\" } ".formatted(i, i));
        }

        assertThat(warnings(nodes + "}"))
                .singleElement()
                .extracting(ModelWarning::message)
                .asString()
                .endsWith("(and 9 more like it)");
    }

    private List<String> codes(String text) throws Exception {
        return warnings(text).stream().map(ModelWarning::code).toList();
    }

    private List<ModelWarning> warnings(String text) throws Exception {
        var header =
                "ir_version: 8 opset_import { version: 17 } opset_import { domain: \"d\" version: 1 } ";
        var file = Files.writeString(folder.resolve("m.textproto"), header + text);
        return OnnxReader.read(file).warnings();
    }
}
