package dev.lathe.model.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.edit.Edit.BindDimensions;
import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.Edit.QuantizeDynamic;
import dev.lathe.model.edit.Edit.QuantizeStatic;
import dev.lathe.model.edit.Edit.Simplify;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.model.quantize.Granularity;
import dev.lathe.model.quantize.IntegerType;
import dev.lathe.model.simplify.Pass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecipeJsonTest {
    private static final Recipe RECIPE =
            new Recipe(
                    List.of(
                            new BindDimensions(new LinkedHashMap<>(Map.of("batch", 1L))),
                            new PruneMagnitude(
                                    0.5,
                                    PruneScope.GLOBAL,
                                    new LayerSelection(List.of("conv*"), List.of("conv1"))),
                            new QuantizeDynamic(
                                    IntegerType.U8, Granularity.TENSOR, LayerSelection.ALL),
                            new QuantizeStatic(
                                    IntegerType.U8,
                                    IntegerType.S8,
                                    Granularity.CHANNEL,
                                    64,
                                    LayerSelection.ALL),
                            Simplify.ALL,
                            new Simplify(
                                    OptionalLong.of(17),
                                    Set.of(Pass.CASTS, Pass.COMMON_SUBEXPRESSIONS))));

    @Test
    void survivesARoundTrip() throws RecipeException {
        assertThat(RecipeJson.read(RecipeJson.write(RECIPE))).isEqualTo(RECIPE);
    }

    @Test
    void usesTheWordsOfTheCommandLine() {
        var json = RecipeJson.write(RECIPE.prefix(2));

        assertThat(json)
                .isEqualToNormalizingNewlines(
                        """
                        {
                          "version" : 1,
                          "edits" : [ {
                            "edit" : "bind-dimensions",
                            "dimensions" : {
                              "batch" : 1
                            }
                          }, {
                            "edit" : "prune-magnitude",
                            "amount" : 0.5,
                            "scope" : "global",
                            "layers" : [ "conv*" ],
                            "exclude-layers" : [ "conv1" ]
                          } ]
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    {"version":1,                        | no JSON
                    []                                   | the recipe is no JSON object
                    {"edits":[]}                         | "version" of the recipe is missing
                    {"version":2,"edits":[]}             | it has version 2
                    {"version":1}                        | "edits" of the recipe is missing
                    {"version":1,"edits":{}}             | "edits" of the recipe has to be a list
                    {"version":1,"edits":[],"x":1}       | the recipe has the property "x"
                    {"version":1,"edits":[{"edit":"x"}]} | edit 1 is "x", which this Lathe does not know
                    {"version":1,"edits":[7]}            | edit 1 is no JSON object
                    {"version":1,"edits":[{"edit":"prune-magnitude","scope":"global","amount":1.5}]} | "amount" of edit 1 (prune-magnitude) has to be a number from 0 to 1
                    {"version":1,"edits":[{"edit":"prune-magnitude","scope":"all","amount":1}]} | "scope" of edit 1 (prune-magnitude) is "all" but has to be global or layer
                    {"version":1,"edits":[{"edit":"prune-magnitude","scope":"layer","amount":1,"seed":1}]} | has the property "seed"
                    {"version":1,"edits":[{"edit":"prune-magnitude","scope":"layer","amount":1,"layers":[1]}]} | "layers" of edit 1 (prune-magnitude) has to be a list of texts
                    {"version":1,"edits":[{"edit":"quantize-static","activation":"u8","weight":"s8","granularity":"channel","limit":0}]} | "limit" of edit 1 (quantize-static) has to be a whole number of at least 1
                    {"version":1,"edits":[{"edit":"bind-dimensions","dimensions":{}}]} | "dimensions" of edit 1 (bind-dimensions) has to be an object of names and sizes
                    {"version":1,"edits":[{"edit":"bind-dimensions","dimensions":{"n":1.5}}]} | has to give 'n' a size of 0 or more
                    {"version":1,"edits":[{"edit":"bind-dimensions","dimensions":{"n":1},"layers":["a"]}]} | "layers" of edit 1 (bind-dimensions) has no place there
                    {"version":1,"version":1,"edits":[]} | no JSON
                    """)
    void refusesInWords(String json, String reason) {
        assertThatThrownBy(() -> RecipeJson.read(json))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith("Cannot read the recipe: ")
                .hasMessageContaining(reason);
    }
}
