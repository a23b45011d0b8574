package dev.lathe.profiler.measure;

import dev.lathe.profiler.device.SystemFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// Watches the CPU's frequency and temperature while something is measured, where the system tells
/// them.
final class ThrottleWatch {
    private static final String CPUS = "sys/devices/system/cpu";
    private static final String ZONES = "sys/class/thermal";
    private static final double MAX_DROP = 0.05;

    private final SystemFiles system;
    private final List<Long> kiloHertz = new ArrayList<>();
    private boolean hot;

    ThrottleWatch(SystemFiles system) {
        this.system = system;
    }

    /// Notes what frequency and temperature are now.
    void look() {
        frequency(system).ifPresent(kiloHertz::add);
        hot |= system.folders(ZONES, "thermal_zone").stream().anyMatch(this::isAboveTripPoint);
    }

    /// Why the sample is not valid, each a sentence; empty if no throttling was seen.
    List<String> reasons() {
        var reasons = new ArrayList<String>();
        double drop = drop();
        if (drop >= MAX_DROP) {
            reasons.add(
                    String.format(
                            Locale.ROOT,
                            "The CPU was throttled: its frequency fell by %.0f %% while the model"
                                    + " ran",
                            100 * drop));
        }
        if (hot) {
            reasons.add("The CPU was too hot: a temperature sensor passed its trip point");
        }
        return reasons;
    }

    /// The highest frequency of any core now, in kHz.
    static OptionalLong frequency(SystemFiles system) {
        return system.folders(CPUS, "cpu").stream()
                .map(cpu -> system.number(cpu + "/cpufreq/scaling_cur_freq"))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
    }

    /// From the best of the first half to the median of the last quarter: a governor that raises
    /// the frequency at the beginning is no throttling.
    private double drop() {
        int n = kiloHertz.size();
        if (n < 8) {
            return 0;
        }
        long best = kiloHertz.subList(0, n / 2).stream().mapToLong(Long::longValue).max().orElse(0);
        var last = kiloHertz.subList(n - n / 4, n).stream().sorted().toList();
        return best == 0 ? 0 : 1 - (double) last.get(last.size() / 2) / best;
    }

    private boolean isAboveTripPoint(String zone) {
        var temperature = system.number(zone + "/temp");
        var trip = system.number(zone + "/trip_point_0_temp");
        return temperature.isPresent()
                && trip.isPresent()
                && trip.getAsLong() > 0
                && temperature.getAsLong() >= trip.getAsLong();
    }
}
