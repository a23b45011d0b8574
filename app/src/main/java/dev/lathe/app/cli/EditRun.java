package dev.lathe.app.cli;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditReport;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.Edits;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.onnx.ModelSize;
import java.io.IOException;
import java.util.List;

/// Makes one edit to a file and says what it did.
final class EditRun {
    private final Console console;

    EditRun(Console console) {
        this.console = console;
    }

    /// The result; the components are the properties of its JSON.
    ///
    /// @param sizeBefore bytes of the model, with those in data files
    /// @param sizeAfter the same of what was written
    record Summary(
            String file,
            long sizeBefore,
            long sizeAfter,
            List<String> changed,
            List<EditReport.Refusal> refused) {}

    int run(EditOptions options, Edit edit, EditTools tools)
            throws ModelFormatException, EditException, IOException, InterruptedException {
        var model = ModelFiles.read(options.model());
        long sizeBefore = ModelSize.bytes(model); // of a file that may be written over
        var result = Edits.apply(model, edit, tools, console.progress("editing"));
        ModelFiles.write(result.model(), options.out());
        var report = result.report();
        print(
                new Summary(
                        options.out().toString(),
                        sizeBefore,
                        ModelSize.bytes(ModelFiles.read(options.out())),
                        report.changed(),
                        report.refused()),
                options);
        return 0;
    }

    private void print(Summary summary, EditOptions options) {
        if (options.json()) {
            console.printJson(summary);
            return;
        }
        console.print(
                "%s: %d layers changed, %d refused, %s -> %s"
                        .formatted(
                                summary.file(),
                                summary.changed().size(),
                                summary.refused().size(),
                                Figures.bytes(summary.sizeBefore()),
                                Figures.bytes(summary.sizeAfter())));
        summary.refused().forEach(r -> console.note("refused " + r.layer() + ": " + r.reason()));
    }
}
