package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.profiler.device.Cpu;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
class DefaultSettingsTest {

    @Test
    void keepsProductsFromSaturatingOnACpuWithoutVnni() {
        var cpu = new Cpu("old", 2, List.of("sse4_2", "avx2"));

        assertThat(DefaultSettings.config(cpu)).containsEntry("session.x64quantprecision", "1");
    }

    @Test
    void leavesACpuWithVnniAlone() {
        var cpu = new Cpu("new", 2, List.of("sse4_2", "avx2", "avx_vnni"));

        assertThat(DefaultSettings.config(cpu)).isEmpty();
    }
}
