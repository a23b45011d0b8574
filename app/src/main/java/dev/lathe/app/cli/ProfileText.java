package dev.lathe.app.cli;

import dev.lathe.app.cli.TextTable.Align;
import dev.lathe.profiler.measure.OperatorTime;
import dev.lathe.profiler.measure.Profile;
import java.util.Locale;

/// A profile for people.
final class ProfileText {
    private static final int OPERATORS = 20;
    private static final int NAME_LENGTH = 60;

    private ProfileText() {}

    static void print(Profile profile, Console console) {
        latency(profile).lines().forEach(console::print);
        profile.reasons().forEach(reason -> console.print("not valid: " + reason));
        profile.notes().forEach(note -> console.print("note: " + note));
        console.print("");
        operators(profile).lines().forEach(console::print);
        int more = profile.operators().size() - OPERATORS;
        if (more > 0) {
            console.print("and " + more + " more");
        }
        console.print("");
        var environment = new TextTable(Align.LEFT, Align.LEFT);
        profile.environment().forEach(environment::row);
        environment.lines().forEach(console::print);
    }

    /// Names that converters put together are longer than a line.
    private static String shortened(String name) {
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH - 1) + "…";
    }

    private static TextTable latency(Profile profile) {
        var latency = profile.latency();
        var memory = profile.memory();
        return new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT)
                .row("median", Figures.ms(latency.medianMs()), "of " + latency.n() + " runs")
                .row("min", Figures.ms(latency.minMs()), "")
                .row("mean", Figures.ms(latency.meanMs()), "")
                .row("p90", Figures.ms(latency.p90Ms()), "")
                .row("p95", Figures.ms(latency.p95Ms()), "")
                .row("p99", Figures.ms(latency.p99Ms()), "")
                .row(
                        "std",
                        Figures.ms(latency.stdMs()),
                        String.format(Locale.ROOT, "CV %.1f %%", 100 * latency.cv()))
                .row("load", Figures.ms(profile.loadMs()), "")
                .row("first run", Figures.ms(profile.firstMs()), "")
                .row("weights", Figures.bytes(memory.weightBytes()), "")
                .row("activation peak", Figures.bytes(memory.activationPeakBytes()), "by liveness")
                .row("arena", Figures.bytes(memory.arenaBytes()), "of the runtime")
                .row("process peak", Figures.bytes(memory.processPeakBytes()), "above the start");
    }

    private static TextTable operators(Profile profile) {
        var table =
                new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT)
                        .row("operator", "op", "median", "share");
        for (OperatorTime time : profile.operators().stream().limit(OPERATORS).toList()) {
            table.row(
                    shortened(time.name()),
                    time.op(),
                    Figures.ms(time.ms()),
                    Figures.percent(time.share()));
        }
        return table.row(
                "sum / steady median",
                "",
                String.format(Locale.ROOT, "%.2f", profile.operatorsToSteady()),
                "");
    }
}
