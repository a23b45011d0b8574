package dev.lathe.export.pack;

import dev.lathe.model.graph.ModelGraph;
import java.util.Optional;

/// The model that a recipe started from.
///
/// @param file its name, without folders
/// @param sha256 of the file, in hexadecimal
public record SourceModel(String file, String sha256) {

    /// The file that an unedited model was read from; empty if no file holds the model.
    public static Optional<SourceModel> of(ModelGraph original) {
        return original.origin()
                .map(origin ->
                        new SourceModel(
                                origin.file().getFileName().toString(), Sha256.of(origin.bytes())));
    }
}
