package dev.lathe.app.cli;

import dev.lathe.app.cli.TextTable.Align;
import dev.lathe.profiler.device.Device;
import dev.lathe.profiler.device.Devices;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists what can be measured on.
@Command(name = "devices", description = "List the devices that models can be measured on.")
final class DevicesCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    DevicesCommand(Console console) {
        this.console = console;
    }

    private record Listing(List<Entry> devices) {}

    private record Entry(
            String id,
            String name,
            String cpu,
            int cores,
            OptionalLong memoryBytes,
            String operatingSystem,
            List<String> isaFlags) {
        static Entry of(Device device) {
            return new Entry(
                    device.id(),
                    device.name(),
                    device.cpu(),
                    device.cores(),
                    device.memoryBytes(),
                    device.operatingSystem(),
                    device.isaFlags());
        }
    }

    @Override
    public Integer call() {
        var devices = Devices.list();
        if (json) {
            console.printJson(new Listing(devices.stream().map(Entry::of).toList()));
            return 0;
        }
        var table =
                new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT)
                        .row("id", "CPU", "cores", "memory", "instruction sets");
        for (Device device : devices) {
            table.row(
                    device.id(),
                    device.cpu(),
                    Integer.toString(device.cores()),
                    Figures.bytes(device.memoryBytes()),
                    String.join(" ", device.isaFlags()));
        }
        table.lines().forEach(console::print);
        return 0;
    }
}
