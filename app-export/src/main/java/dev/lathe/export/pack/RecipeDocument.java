package dev.lathe.export.pack;

import dev.lathe.model.recipe.RecipeJson;
import tools.jackson.databind.node.ObjectNode;

/// What was done to the source model: the recipe as Lathe reads it, the seeds it used and the data
/// it was calibrated on.
final class RecipeDocument {

    private RecipeDocument() {}

    static ObjectNode write(Provenance provenance) {
        var json = PackageJson.object();
        json.set("recipe", PackageJson.parse(RecipeJson.write(provenance.recipe())));
        json.putObject("seeds");
        provenance
                .calibration()
                .ifPresent(data ->
                        json.putObject("calibration")
                                .put("samples", data.samples())
                                .put("sha256", data.fingerprint()));
        return json;
    }
}
