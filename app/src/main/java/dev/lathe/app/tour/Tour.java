package dev.lathe.app.tour;

import dev.lathe.app.context.AppContext;
import dev.lathe.app.window.LatheWindow;
import dev.lathe.app.window.TemporaryFolder;
import dev.lathe.app.window.WindowProgram;
import dev.lathe.resources.Samples;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.settings.ConfigFolder;
import dev.lathe.ui.settings.WindowLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Walks through the window on the bundled sample: open, look, prune, quantize, measure, export.
/// Every step is a click on the real controls.
public final class Tour {
    /// The headless platform paints into a frame of a million pixels; a larger window does not fit.
    private static final WindowLayout LAYOUT = new WindowLayout(1600, 980, 0.19, 0.21, 0.35);

    private final AppContext context;
    private final Path folder;
    private final Path models;
    private final Consumer<String> narrator;

    /// A tour.
    ///
    /// @param folder gets the pictures and the package
    /// @param models a folder with models whose graphs are shown, too; need not be there
    /// @param narrator hears what is being done
    public Tour(AppContext context, Path folder, Path models, Consumer<String> narrator) {
        this.context = context;
        this.folder = folder;
        this.models = models;
        this.narrator = narrator;
    }

    /// The versions of the sample at the end, with what was measured of them.
    public List<Version> run() throws TourException, IOException, InterruptedException {
        Files.createDirectories(folder);
        WindowProgram.useHeadlessPlatform();
        Platform.startup(() -> Platform.setImplicitExit(false));
        try (var settings = new TemporaryFolder()) {
            return walk(settings.path());
        } finally {
            Platform.exit();
        }
    }

    private List<Version> walk(Path settings)
            throws TourException, IOException, InterruptedException {
        var window = Guide.onFx(() -> open(settings));
        var guide = new Guide(window.stage(), window.jobs());
        var photos =
                new Photographer(
                        guide,
                        window.preferences(),
                        folder,
                        () ->
                                guide.waitUntil(
                                        "the graph to be painted", window.graphView()::isPainted));
        try {
            guide.settle();
            photos.take("welcome");
            openSample(guide, photos, window);
            compress(guide, photos);
            profile(guide, photos);
            export(guide, photos);
            var versions = Guide.onFx(() -> List.copyOf(window.workbench().versions()));
            new GraphTour(window, guide, photos, narrator, models).run();
            return versions;
        } finally {
            Guide.onFx(() -> {
                window.close();
                return true;
            });
        }
    }

    private LatheWindow open(Path settings) {
        var stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        var window =
                new LatheWindow(stage, context, ConfigFolder.in(settings), new SameFolder(folder));
        window.preferences().layoutProperty().set(LAYOUT);
        window.show();
        return window;
    }

    private void openSample(Guide guide, Photographer photos, LatheWindow window)
            throws TourException, IOException, InterruptedException {
        narrator.accept("opening the sample");
        guide.click("sample-" + Samples.FASHION.id());
        guide.finishJobs("the sample to open");
        guide.waitUntil("the graph", window.graphView()::isPainted);
        photos.take("graph");
        Guide.onFx(() -> window.workbench().selectedLayers().add("/block2/conv1"));
        guide.finishJobs("the inspector");
        photos.take("inspector");
        guide.click("tensor-open-0");
        var weights = guide.opened();
        guide.finishJobs("the weights");
        photos.takeAndClose("weights", weights);
    }

    private void compress(Guide guide, Photographer photos)
            throws TourException, IOException, InterruptedException {
        narrator.accept("pruning");
        guide.click("area-compress");
        photos.take("compress");
        guide.click("compress-prune");
        guide.finishJobs("pruning");
        photos.take("pruned");
        narrator.accept("quantizing");
        guide.click("compress-method-quantize");
        guide.click("compress-quantize");
        guide.finishJobs("quantization");
        photos.take("quantized");
        guide.choose("versions-compare", "versions-compare-original");
        guide.finishJobs("the comparison");
        photos.glance("diff");
        guide.click("diff-close");
        guide.click("compress-method-simplify");
        photos.take("simplify");
    }

    private void profile(Guide guide, Photographer photos)
            throws TourException, IOException, InterruptedException {
        narrator.accept("measuring");
        guide.click("area-profile");
        for (int step = 0; step < 3; step++) {
            guide.click("version-" + step);
            guide.finishJobs("the version");
            guide.click("profile-start");
            guide.finishJobs("the measurement");
        }
        photos.take("profile");
        guide.click("profile-heat-map");
        guide.click("version-0");
        guide.finishJobs("the original");
        photos.take("heat-map");
        guide.click("version-2");
        guide.finishJobs("the quantized version");
    }

    private void export(Guide guide, Photographer photos)
            throws TourException, IOException, InterruptedException {
        narrator.accept("exporting");
        guide.click("area-export");
        guide.click("export-folder");
        photos.take("export");
        guide.click("export-start");
        guide.finishJobs("the package");
        photos.take("exported");
    }
}
