package dev.lathe.model.recipe;

import dev.lathe.model.edit.Edit;
import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The file form of recipes: `{"version": 1, "edits": [{"edit": "prune-magnitude", …}]}`.
///
/// Names are in kebab case and are the words of the command line. What this version does not know
/// is refused, because a recipe that is only half understood would make another model.
public final class RecipeJson {
    /// The version that is written.
    public static final int VERSION = 1;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private RecipeJson() {}

    /// The recipe as indented JSON that ends with a line feed; equal recipes give equal texts.
    public static String write(Recipe recipe) {
        var root = MAPPER.createObjectNode();
        root.put("version", VERSION);
        var edits = root.putArray("edits");
        recipe.edits().forEach(edit -> EditJson.write(edit, edits.addObject()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /// Reads a recipe.
    ///
    /// @throws RecipeException if the text is no JSON, has another version, or has something that
    ///   this version does not know
    public static Recipe read(String json) throws RecipeException {
        var root = new JsonFields("the recipe", parse(json));
        int version = root.integer("version", 1);
        if (version != VERSION) {
            throw new RecipeException(
                    "Cannot read the recipe: it has version %d and this Lathe reads version %d; use a"
                                    .formatted(version, VERSION)
                            + " newer Lathe");
        }
        var edits = new ArrayList<Edit>();
        for (JsonNode element : root.array("edits")) {
            edits.add(EditJson.read(element, edits.size() + 1));
        }
        root.refuseOthers();
        return new Recipe(edits);
    }

    private static JsonNode parse(String json) throws RecipeException {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new RecipeException(
                    "Cannot read the recipe: it is no JSON: %s (line %d, column %d)"
                            .formatted(e.getOriginalMessage(), at.getLineNr(), at.getColumnNr()),
                    e);
        }
    }
}
