package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import dev.lathe.model.edit.Edit.BindDimensions;
import dev.lathe.model.edit.Edit.Simplify;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditReport;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.Edits;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.onnx.ModelSize;
import dev.lathe.model.simplify.Pass;
import dev.lathe.model.simplify.Simplifier;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes a model smaller without changing what it computes.
@Command(
        name = "simplify",
        description =
                "Fold constants, merge and remove nodes; outputs are compared on both models.")
final class SimplifyCommand implements Callable<Integer> {
    private static final List<Long> OPSETS = List.of(13L, 17L, 21L);

    private final Console console;
    private final AppContext context;

    @Parameters(paramLabel = "MODEL", description = "Model file.")
    private Path model = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT", description = "File to write.")
    private Path out = Path.of("");

    @Mixin private DimensionOptions dimensions = new DimensionOptions();

    @Option(
            names = "--opset",
            paramLabel = "N",
            description = "Raise the standard operators to 13, 17 or 21 first.")
    private long opset;

    @Option(
            names = "--skip",
            paramLabel = "PASS",
            description = "Leave a pass out: constant-folding, batch-normalization and so on.")
    private List<String> skip = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    SimplifyCommand(Console console, AppContext context) {
        this.console = console;
        this.context = context;
    }

    /// The result; the components are the properties of its JSON.
    ///
    /// @param sizeBefore bytes of the model, with those in data files
    /// @param sizeAfter the same of what was written
    /// @param nodesBefore with those of subgraphs and functions
    /// @param passes how often each pass rewrote something
    /// @param undone rewrites that were taken back, by the node they are about
    private record Summary(
            String file,
            long sizeBefore,
            long sizeAfter,
            long nodesBefore,
            long nodesAfter,
            Map<String, Integer> passes,
            List<EditReport.Refusal> undone,
            List<String> notes) {}

    @Override
    public Integer call()
            throws ModelFormatException, EditException, IOException, InterruptedException {
        var edit = new Simplify(opset(), skipped());
        var original = ModelFiles.read(model);
        long sizeBefore = ModelSize.bytes(original); // of a file that may be written over
        var tools = EditTools.NONE.with(context.runner());
        var bound = original;
        if (!dimensions.sizes().isEmpty()) {
            var bind = new BindDimensions(dimensions.sizes());
            bound = Edits.apply(original, bind, tools, Progress.NONE).model();
        }
        var result = Edits.apply(bound, edit, tools, console.progress("simplifying"));
        ModelFiles.write(result.model(), out);
        print(summary(sizeBefore, original, result.model(), result.report()));
        return 0;
    }

    private OptionalLong opset() {
        if (opset == 0) {
            return OptionalLong.empty();
        }
        if (!OPSETS.contains(opset)) {
            throw new ParameterException(
                    spec.commandLine(), "--opset must be 13, 17 or 21 but is " + opset);
        }
        return OptionalLong.of(opset);
    }

    private Set<Pass> skipped() {
        var passes = EnumSet.noneOf(Pass.class);
        for (String word : skip) {
            passes.add(
                    Pass.of(word)
                            .orElseThrow(() ->
                                    new ParameterException(
                                            spec.commandLine(),
                                            "--skip must be one of %s but is %s"
                                                    .formatted(words(), word))));
        }
        return passes;
    }

    private static String words() {
        return Arrays.stream(Pass.values()).map(Pass::word).collect(Collectors.joining(", "));
    }

    private Summary summary(long sizeBefore, ModelGraph before, ModelGraph after, EditReport report)
            throws ModelFormatException {
        var passes = new LinkedHashMap<String, Integer>();
        report.counts().forEach(count -> passes.put(count.kind(), count.rewrites()));
        return new Summary(
                out.toString(),
                sizeBefore,
                ModelSize.bytes(ModelFiles.read(out)),
                Simplifier.nodes(before),
                Simplifier.nodes(after),
                passes,
                report.refused(),
                report.notes());
    }

    private void print(Summary summary) {
        if (json) {
            console.printJson(summary);
            return;
        }
        console.print(
                "%s: %d -> %d nodes, %s -> %s"
                        .formatted(
                                summary.file(),
                                summary.nodesBefore(),
                                summary.nodesAfter(),
                                Figures.bytes(summary.sizeBefore()),
                                Figures.bytes(summary.sizeAfter())));
        var counts = new ArrayList<String>();
        summary.passes().forEach((pass, count) -> counts.add(pass + " " + count));
        if (!counts.isEmpty()) {
            console.print("  " + String.join(", ", counts));
        }
        summary.notes().forEach(console::note);
        summary.undone().forEach(u -> console.note("undone at " + u.layer() + ": " + u.reason()));
    }
}
