package dev.lathe.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.profiler.testing.FakeSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrottleWatchTest {
    private static final String FREQUENCY = "sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq";
    private static final String ZONE = "sys/class/thermal/thermal_zone0/";

    @TempDir Path root;
    private FakeSystem system = new FakeSystem(Path.of("."));

    @BeforeEach
    void makeSystem() {
        system = new FakeSystem(root);
    }

    @Test
    void seesNothingWhereTheSystemTellsNothing() throws Exception {
        assertThat(watch().reasons()).isEmpty();
    }

    @Test
    void acceptsAFrequencyThatRises() throws Exception {
        assertThat(watch(1000, 2000, 3000, 3000, 3000, 3000, 3000, 3000).reasons()).isEmpty();
    }

    @Test
    void noticesAFrequencyThatFalls() throws Exception {
        assertThat(watch(3000, 3000, 3000, 3000, 3000, 2700, 2700, 2700).reasons())
                .containsExactly(
                        "The CPU was throttled: its frequency fell by 10 % while the model ran");
    }

    @Test
    void noticesHeat() throws Exception {
        system.with(ZONE + "temp", "96000\n").with(ZONE + "trip_point_0_temp", "95000\n");

        assertThat(watch(3000, 3000).reasons())
                .containsExactly("The CPU was too hot: a temperature sensor passed its trip point");
    }

    private ThrottleWatch watch(long... megaHertz) throws Exception {
        var watch = new ThrottleWatch(system.files());
        for (long each : megaHertz) {
            system.with(FREQUENCY, each * 1000 + "\n");
            watch.look();
        }
        return watch;
    }
}
