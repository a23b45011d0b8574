package dev.lathe.model.search;

import static dev.lathe.model.search.Found.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.Tensor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // made before each test
class QueryTest {
    private SearchIndex index;

    @BeforeEach
    void makeIndex() throws InterruptedException {
        index =
                Found.index(
                        Found.model(
                                Found.graph(
                                        node(
                                                "conv1",
                                                "Conv",
                                                "image stem.weight",
                                                "a",
                                                Attribute.of("group", 1),
                                                Attribute.of("auto_pad", "SAME_UPPER"),
                                                new Attribute(
                                                        "kernel_shape",
                                                        new IntsValue(List.of(3L, 5L)))),
                                        node(
                                                "conv10",
                                                "ConvTranspose",
                                                "a",
                                                "b",
                                                Attribute.of("group", 32)),
                                        node(
                                                "act",
                                                "LeakyRelu",
                                                "b",
                                                "c",
                                                new Attribute("alpha", new FloatValue(0.1f))),
                                        node("Look", "Gather", "table c", "d:0"),
                                        node(
                                                "half",
                                                "Constant",
                                                "",
                                                "e",
                                                new Attribute(
                                                        "value",
                                                        new TensorValue(
                                                                Tensor.ofFloats(
                                                                        "", new float[] {0.5f})))),
                                        node("last", "ArgMax", "e d:0", "y"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    # words
                    conv                     | conv1 conv10
                    CONV                     | conv1 conv10
                    conv trans               | conv10
                    stem                     | conv1
                    look                     | Look
                    # exact
                    "conv1"                  | conv1
                    "Conv"                   | conv1
                    "conv                    | conv1 conv10
                    op:"Conv"                | conv1
                    # fields
                    op:conv                  | conv1 conv10
                    OP:Relu                  | act
                    name:a                   | act half last
                    in:a                     | conv1 conv10 Look
                    out:"a"                  | conv1
                    in:d:0                   | last
                    d:0                      | Look last
                    # shapes
                    shape:1x64               | conv1 conv10
                    shape:1×64               | conv1 conv10
                    shape:1,64               | conv1 conv10
                    shape:[64,56]            | conv1 conv10
                    shape:64x1               | conv10 act
                    shape:batch              | conv1
                    shape:BATCHx3            | conv1
                    shape:batchx?x224        | conv1
                    shape:?x?x?x?x?          |
                    shape:2x3                | conv1
                    shape:"1x64"             |
                    shape:"64x1"             | conv10 act
                    shape:scalar             | last
                    # types
                    dtype:int8               | Look
                    dtype:int                | Look last
                    dtype:fp32               | conv1 conv10
                    # attributes
                    attr:group               | conv1 conv10
                    attr:gro                 | conv1 conv10
                    attr:group=1             | conv1
                    attr:group=              | conv1 conv10
                    attr:group>1             | conv10
                    attr:group>=1            | conv1 conv10
                    attr:group<2             | conv1
                    attr:group!=1            | conv10
                    attr:alpha=0.1           | act
                    attr:auto_pad=same       | conv1
                    attr:auto_pad="same"     |
                    attr:kernel_shape=3x5    | conv1
                    attr:kernel_shape=[3, 5] | conv1
                    attr:kernel_shape=3,5    | conv1
                    attr:kernel_shape=5      | conv1
                    attr:value=.5            | half
                    # patterns
                    /^conv\\d$/               | conv1
                    re:^[ab]$                | conv1 conv10 act
                    op:/^conv$/              | conv1
                    re:"^leaky"              | act
                    # negation
                    conv -trans              | conv1
                    -op:conv -relu           | Look half last
                    op:conv -attr:group=1    | conv10
                    -                        |
                    """)
    void finds(String query, String layers) throws InterruptedException {
        var expected = layers == null ? List.of() : List.of(layers.split(" "));

        assertThat(Found.ids(index, query)).isEqualTo(expected);
    }

    @Test
    void findsEitherOfSomeWords() throws InterruptedException {
        assertThat(Found.ids(index, "gather|relu")).containsExactly("act", "Look");
        assertThat(Found.ids(index, "dtype:int8|uint8")).containsExactly("conv10", "act", "Look");
    }

    @Test
    void findsNothingForNothing() throws InterruptedException {
        assertThat(Found.find(index, "  ").hits()).isEmpty();
        assertThat(Found.find(index, "").problem()).isEmpty();
    }
}
