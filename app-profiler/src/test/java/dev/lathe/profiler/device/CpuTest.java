package dev.lathe.profiler.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.profiler.testing.FakeSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuTest {
    @TempDir Path root;

    @Test
    void readsModelAndFlagsOfAnX64Cpu() throws Exception {
        var cpu =
                cpu(
                        """
                        model name : Fast CPU @ 2 GHz
                        flags      : fpu sse4_2 avx2 fma avx512f avx512_vnni
                        """);

        assertThat(cpu.model()).isEqualTo("Fast CPU @ 2 GHz");
        assertThat(cpu.flags()).containsExactly("sse4_2", "avx2", "fma", "avx512f", "avx512_vnni");
        assertThat(cpu.hasVnni()).isTrue();
        assertThat(cpu.isX64WithoutVnni()).isFalse();
    }

    @Test
    void readsTheFlagsOfAnArmCpu() throws Exception {
        var cpu = cpu("Features : fp asimd asimddp i8mm\n");

        assertThat(cpu.flags()).containsExactly("asimd", "asimddp", "i8mm");
        assertThat(cpu.hasVnni()).isFalse();
        assertThat(cpu.isX64WithoutVnni()).isFalse();
    }

    @Test
    void namesACpuThatTheSystemDoesNotTellOf() {
        var cpu = Cpu.read(new FakeSystem(root).files());

        assertThat(cpu.model()).startsWith("unknown ");
        assertThat(cpu.cores()).isPositive();
        assertThat(cpu.flags()).isEmpty();
    }

    @Test
    void countsPhysicalCores() throws Exception {
        var cpu =
                cpu(
                        """
                        physical id : 0
                        core id     : 0
                        physical id : 0
                        core id     : 0
                        """);

        assertThat(cpu.cores()).isEqualTo(1);
    }

    @Test
    void listsThisMachine() {
        assertThat(Devices.list())
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.id()).isEqualTo("local");
                    assertThat(device.cpu()).isNotEmpty();
                    assertThat(device.cores()).isPositive();
                });
    }

    private Cpu cpu(String info) throws Exception {
        return Cpu.read(new FakeSystem(root).with("proc/cpuinfo", info).files());
    }
}
