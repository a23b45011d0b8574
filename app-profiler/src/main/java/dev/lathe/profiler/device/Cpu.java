package dev.lathe.profiler.device;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The CPU of a machine.
///
/// @param model as the system names it
/// @param cores physical ones that this process may use
/// @param flags the instruction set extensions that matter for models, as Linux names them
public record Cpu(String model, int cores, List<String> flags) {

    private static final List<String> FLAGS_OF_INTEREST =
            List.of(
                    "sse4_2",
                    "avx",
                    "avx2",
                    "fma",
                    "f16c",
                    "avx512f",
                    "avx512bw",
                    "avx512_vnni",
                    "avx_vnni",
                    "avx512_bf16",
                    "amx_int8",
                    "amx_bf16",
                    "asimd",
                    "asimdhp",
                    "asimddp",
                    "i8mm",
                    "bf16",
                    "sve");

    public Cpu {
        flags = List.copyOf(flags);
    }

    /// The CPU of this machine.
    public static Cpu ofThisMachine() {
        return read(SystemFiles.ofThisMachine());
    }

    /// The CPU that `/proc/cpuinfo` tells of.
    public static Cpu read(SystemFiles system) {
        var model = "";
        Set<String> all = new HashSet<>();
        for (String line : system.lines("proc/cpuinfo")) {
            int colon = line.indexOf(':');
            var key = colon < 0 ? "" : line.substring(0, colon).strip();
            var value = line.substring(colon + 1).strip();
            if (key.equals("model name") && model.isEmpty()) {
                model = value;
            } else if (key.equals("flags") || key.equals("Features")) {
                all.addAll(Arrays.asList(value.split(" ")));
            }
        }
        return new Cpu(
                model.isEmpty() ? "unknown " + architecture() : model,
                cores(system),
                FLAGS_OF_INTEREST.stream().filter(all::contains).toList());
    }

    /// Whether it multiplies and adds bytes without saturating in between.
    public boolean hasVnni() {
        return flags.contains("avx512_vnni") || flags.contains("avx_vnni");
    }

    /// Whether it is an x86-64 CPU that is known to lack VNNI.
    public boolean isX64WithoutVnni() {
        return architecture().matches("amd64|x86_64") && flags.contains("sse4_2") && !hasVnni();
    }

    /// As many as there are pairs of socket and core, if the system tells them; at most as many as
    /// this process may use.
    private static int cores(SystemFiles system) {
        int usable = Runtime.getRuntime().availableProcessors();
        Set<String> cores = new HashSet<>();
        var socket = "";
        for (String line : system.lines("proc/cpuinfo")) {
            if (line.startsWith("physical id")) {
                socket = line;
            } else if (line.startsWith("core id")) {
                cores.add(socket + line);
            }
        }
        return cores.isEmpty() ? usable : Math.min(cores.size(), usable);
    }

    private static String architecture() {
        return System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    }
}
