package dev.lathe.ui.export;

import dev.lathe.export.pack.CalibrationData;
import dev.lathe.export.pack.ExportRequest;
import dev.lathe.export.pack.PackageId;
import dev.lathe.export.pack.Provenance;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Datasets;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.QuantizeStatic;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.ui.session.DataChoice;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All that a package is made from, taken from the workbench at once, so that work on another
/// thread sees one state.
///
/// @param versions those up to the one that is packaged, the original first
record PackageOrder(
        PackageId id,
        List<Version> versions,
        Recipe recipe,
        Optional<DataChoice> evaluation,
        Optional<DataChoice> calibration) {

    PackageOrder {
        versions = List.copyOf(versions);
    }

    /// The request to the exporter. Opens the data.
    ExportRequest toRequest() throws DatasetException {
        var request =
                new ExportRequest(id, model(), provenance())
                        .withMetrics(versions.stream().map(v -> Metrics.of(v, nameOf(v))).toList());
        if (evaluation.isEmpty()) {
            return request;
        }
        var data = evaluation.get();
        var opened = Datasets.open(data.path(), data.preprocess()).slice(0, data.limit());
        return request.withData(data.preprocess(), opened);
    }

    private ModelGraph model() {
        return versions.getLast().model();
    }

    private Provenance provenance() throws DatasetException {
        var provenance = Provenance.of(versions.getFirst().model(), recipe);
        var limit =
                recipe.edits().stream()
                        .filter(QuantizeStatic.class::isInstance)
                        .map(QuantizeStatic.class::cast)
                        .mapToInt(QuantizeStatic::calibrationLimit)
                        .max();
        if (limit.isEmpty() || calibration.isEmpty()) {
            return provenance;
        }
        var data = calibration.get();
        var used =
                Datasets.open(data.path(), data.preprocess())
                        .slice(0, Math.min(data.limit(), limit.getAsInt()));
        return provenance.withCalibration(CalibrationData.of(used));
    }

    /// The same in every language of the window, since packages are to have the same bytes.
    private static String nameOf(Version version) {
        var english = new Texts(Locale.ENGLISH);
        return version.edit().map((Edit edit) -> EditText.title(english, edit)).orElse("original");
    }
}
