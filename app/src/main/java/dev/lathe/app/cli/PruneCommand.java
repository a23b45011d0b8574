package dev.lathe.app.cli;

import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.prune.PruneScope;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Sets weights to zero.
@Command(name = "prune", description = "Set the weights of smallest magnitude to zero.")
final class PruneCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private EditOptions options = new EditOptions();

    @Option(names = "--method", description = "${COMPLETION-CANDIDATES}.")
    private Method method = Method.MAGNITUDE;

    @Option(names = "--amount", required = true, description = "Share of weights, 0 to 1.")
    private double amount;

    @Option(names = "--scope", description = "${COMPLETION-CANDIDATES}; global by default.")
    private PruneScope scope = PruneScope.GLOBAL;

    @Spec private CommandSpec spec = CommandSpec.create();

    enum Method {
        MAGNITUDE
    }

    PruneCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call()
            throws ModelFormatException, EditException, IOException, InterruptedException {
        if (!(amount >= 0 && amount <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--amount must be from 0 to 1 but is " + amount);
        }
        return switch (method) {
            case MAGNITUDE ->
                    new EditRun(console)
                            .run(
                                    options,
                                    new PruneMagnitude(amount, scope, options.selection()),
                                    EditTools.NONE);
        };
    }
}
