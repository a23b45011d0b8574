package dev.lathe.model.recipe;

import dev.lathe.model.edit.Edit;
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
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The file form of edits.
final class EditJson {
    private static final String BIND_DIMENSIONS = "bind-dimensions";
    private static final String PRUNE_MAGNITUDE = "prune-magnitude";
    private static final String QUANTIZE_DYNAMIC = "quantize-dynamic";
    private static final String QUANTIZE_STATIC = "quantize-static";

    private static final String SIMPLIFY = "simplify";

    private EditJson() {}

    static void write(Edit edit, ObjectNode into) {
        switch (edit) {
            case BindDimensions(var sizes) -> {
                var dimensions = into.put("edit", BIND_DIMENSIONS).putObject("dimensions");
                sizes.forEach(dimensions::put);
            }
            case PruneMagnitude(double amount, var scope, _) ->
                    into.put("edit", PRUNE_MAGNITUDE)
                            .put("amount", amount)
                            .put("scope", scope.word());
            case QuantizeDynamic(var weight, var granularity, _) ->
                    into.put("edit", QUANTIZE_DYNAMIC)
                            .put("weight", weight.word())
                            .put("granularity", granularity.word());
            case QuantizeStatic(var activation, var weight, var granularity, int limit, _) ->
                    into.put("edit", QUANTIZE_STATIC)
                            .put("activation", activation.word())
                            .put("weight", weight.word())
                            .put("granularity", granularity.word())
                            .put("limit", limit);
            case Simplify(var opset, var skip) -> {
                into.put("edit", SIMPLIFY);
                opset.ifPresent(version -> into.put("opset", version));
                write("skip", skip.stream().map(Pass::word).toList(), into);
            }
        }
        write("layers", edit.selection().layers(), into);
        write("exclude-layers", edit.selection().exclude(), into);
    }

    /// Reads an edit.
    ///
    /// @param number its place in the recipe, from 1
    static Edit read(JsonNode json, int number) throws RecipeException {
        var kind = new JsonFields("edit " + number, json).text("edit");
        var fields = new JsonFields("edit %d (%s)".formatted(number, kind), json);
        fields.text("edit");
        var selection = new LayerSelection(fields.texts("layers"), fields.texts("exclude-layers"));
        var edit =
                switch (kind) {
                    case BIND_DIMENSIONS -> bindDimensions(fields, selection);
                    case PRUNE_MAGNITUDE ->
                            new PruneMagnitude(
                                    fields.number("amount", 0, 1),
                                    fields.choice("scope", PruneScope.values(), PruneScope::word),
                                    selection);
                    case QUANTIZE_DYNAMIC ->
                            new QuantizeDynamic(
                                    type("weight", fields), granularity(fields), selection);
                    case QUANTIZE_STATIC ->
                            new QuantizeStatic(
                                    type("activation", fields),
                                    type("weight", fields),
                                    granularity(fields),
                                    fields.integer("limit", 1),
                                    selection);
                    case SIMPLIFY -> simplify(fields);
                    default ->
                            throw new RecipeException(
                                    "Cannot read the recipe: edit %d is \"%s\", which this Lathe does not know; it knows %s"
                                            .formatted(
                                                    number,
                                                    kind,
                                                    String.join(
                                                            ", ",
                                                            BIND_DIMENSIONS,
                                                            PRUNE_MAGNITUDE,
                                                            QUANTIZE_DYNAMIC,
                                                            QUANTIZE_STATIC,
                                                            SIMPLIFY)));
                };
        fields.refuseOthers();
        return edit;
    }

    private static Edit bindDimensions(JsonFields fields, LayerSelection selection)
            throws RecipeException {
        if (!selection.equals(LayerSelection.ALL)) {
            throw fields.refusal("layers", "has no place there: dimensions belong to the inputs");
        }
        return new BindDimensions(fields.sizes("dimensions"));
    }

    private static Edit simplify(JsonFields fields) throws RecipeException {
        var opset =
                fields.has("opset")
                        ? OptionalLong.of(fields.integer("opset", 1))
                        : OptionalLong.empty();
        return new Simplify(opset, fields.choices("skip", Pass.values(), Pass::word));
    }

    private static IntegerType type(String name, JsonFields fields) throws RecipeException {
        return fields.choice(name, IntegerType.values(), IntegerType::word);
    }

    private static Granularity granularity(JsonFields fields) throws RecipeException {
        return fields.choice("granularity", Granularity.values(), Granularity::word);
    }

    private static void write(String name, List<String> texts, ObjectNode into) {
        if (!texts.isEmpty()) {
            var array = into.putArray(name);
            texts.forEach(array::add);
        }
    }
}
