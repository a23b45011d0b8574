package dev.lathe.export.pack;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.Preprocess;
import dev.lathe.model.graph.ModelGraph;
import java.util.List;
import java.util.Optional;

/// What a package is to hold.
///
/// @param model the model to deploy
/// @param preprocess how inputs are made from images, if the model takes images
/// @param testData where test inputs are taken from; random ones are made if it is empty or the
///   model has more than one input
/// @param metrics what was measured of the versions, in the order of the recipe
/// @param license that of the model, if it is known; the model's own metadata may also name one
public record ExportRequest(
        PackageId id,
        ModelGraph model,
        Provenance provenance,
        Optional<Preprocess> preprocess,
        Optional<Dataset> testData,
        List<VersionMetrics> metrics,
        Optional<ModelLicense> license) {

    public ExportRequest {
        metrics = List.copyOf(metrics);
    }

    /// A request of a model of which nothing more is known.
    public ExportRequest(PackageId id, ModelGraph model, Provenance provenance) {
        this(
                id,
                model,
                provenance,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /// This request with test inputs from a data set, which was opened with the preprocessing.
    public ExportRequest withData(Preprocess applied, Dataset data) {
        return new ExportRequest(
                id, model, provenance, Optional.of(applied), Optional.of(data), metrics, license);
    }

    /// This request with what was measured.
    public ExportRequest withMetrics(List<VersionMetrics> measured) {
        return new ExportRequest(id, model, provenance, preprocess, testData, measured, license);
    }

    /// This request with the licence of the model.
    public ExportRequest withLicense(ModelLicense known) {
        return new ExportRequest(
                id, model, provenance, preprocess, testData, metrics, Optional.of(known));
    }
}
