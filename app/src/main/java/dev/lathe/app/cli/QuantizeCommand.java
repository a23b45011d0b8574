package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.QuantizeDynamic;
import dev.lathe.model.edit.Edit.QuantizeStatic;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.quantize.Calibrator;
import dev.lathe.model.quantize.Granularity;
import dev.lathe.model.quantize.IntegerType;
import dev.lathe.profiler.calibrate.MinMaxCalibrator;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Quantizes a model to integers.
@Command(name = "quantize", description = "Quantize weights and activations to 8-bit integers.")
final class QuantizeCommand implements Callable<Integer> {
    private final Console console;
    private final AppContext context;

    @Mixin private EditOptions options = new EditOptions();
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--mode", description = "${COMPLETION-CANDIDATES}; static by default.")
    private Mode mode = Mode.STATIC;

    @Option(names = "--activation", description = "${COMPLETION-CANDIDATES}; u8 by default.")
    private IntegerType activation = IntegerType.U8;

    @Option(names = "--weight", description = "${COMPLETION-CANDIDATES}; s8 by default.")
    private IntegerType weight = IntegerType.S8;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("UnusedVariable") // the one format there is; scripts may name it
    private Format format = Format.QDQ;

    @Option(names = "--granularity", description = "${COMPLETION-CANDIDATES}; channel by default.")
    private Granularity granularity = Granularity.CHANNEL;

    @Option(names = "--calibration", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("UnusedVariable") // the one way there is; scripts may name it
    private Calibration calibration = Calibration.MINMAX;

    enum Mode {
        STATIC,
        DYNAMIC
    }

    enum Format {
        QDQ
    }

    enum Calibration {
        MINMAX
    }

    QuantizeCommand(Console console, AppContext context) {
        this.console = console;
        this.context = context;
    }

    @Override
    public Integer call()
            throws ModelFormatException,
                    DatasetException,
                    EditException,
                    IOException,
                    InterruptedException {
        return new EditRun(console)
                .run(options, edit(), new EditTools(calibrator(), context.runner()));
    }

    private Edit edit() {
        return switch (mode) {
            case DYNAMIC -> new QuantizeDynamic(weight, granularity, options.selection());
            case STATIC ->
                    new QuantizeStatic(
                            activation, weight, granularity, data.limit(), options.selection());
        };
    }

    private Calibrator calibrator() throws DatasetException {
        return switch (mode) {
            case DYNAMIC -> Calibrator.NONE;
            case STATIC ->
                    new MinMaxCalibrator(
                            context.runner(), data.require("quantize with calibration data"));
        };
    }
}
