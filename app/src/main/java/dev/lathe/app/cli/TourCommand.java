package dev.lathe.app.cli;

import dev.lathe.app.cli.TextTable.Align;
import dev.lathe.app.context.AppContext;
import dev.lathe.app.tour.Tour;
import dev.lathe.app.tour.TourException;
import dev.lathe.model.edit.Edit;
import dev.lathe.ui.session.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Does the whole loop on the bundled sample, through the real window, without a screen.
@Command(
        name = "tour",
        description =
                "Do the whole loop on the bundled sample, driving the real window without a screen;"
                        + " write a picture of each view, and the package.")
final class TourCommand implements Callable<Integer> {
    private static final String NONE = "–";

    private final Console console;
    private final AppContext context;

    @Option(
            names = "-o",
            paramLabel = "DIR",
            description = "Folder to write; lathe-tour by default.")
    private Path folder = Path.of("lathe-tour");

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description =
                    "Folder with models whose graphs are shown, too; ../shared/data/models beside"
                            + " the project by default, and none if that is not there.")
    private Path models =
            Path.of(System.getProperty("lathe.home", "."), "..", "shared", "data", "models");

    TourCommand(Console console, AppContext context) {
        this.console = console;
        this.context = context;
    }

    @Override
    public Integer call() throws TourException, IOException, InterruptedException {
        var versions = new Tour(context, folder.toAbsolutePath(), models, console::note).run();
        table(versions).lines().forEach(console::print);
        console.print("");
        console.print("pictures and package: " + folder);
        return 0;
    }

    private static TextTable table(List<Version> versions) {
        var table =
                new TextTable(
                                Align.LEFT,
                                Align.RIGHT,
                                Align.RIGHT,
                                Align.RIGHT,
                                Align.RIGHT,
                                Align.LEFT)
                        .row("version", "size", "zeros", "top-1", "latency", "");
        for (Version version : versions) {
            table.row(
                    name(version),
                    Figures.bytes(version.fileBytes()),
                    version.zerosShare().map(Figures::percent).orElse(NONE),
                    version.evaluation().map(e -> Figures.percent(e.top1())).orElse(NONE),
                    version.profile().map(p -> Figures.ms(p.latency().medianMs())).orElse(NONE),
                    version.profile()
                            .filter(p -> !p.valid())
                            .map(p -> "not valid: " + String.join("; ", p.reasons()))
                            .orElse(""));
        }
        return table;
    }

    private static String name(Version version) {
        return switch (version.edit().orElse(null)) {
            case null -> "fp32";
            case Edit.BindDimensions bind -> "with " + bind.sizes();
            case Edit.PruneMagnitude prune -> "pruned " + Math.round(100 * prune.amount()) + " %";
            case Edit.QuantizeDynamic _ -> "int8, dynamic";
            case Edit.QuantizeStatic _ -> "int8, static";
            case Edit.Simplify _ -> "simplified";
        };
    }
}
