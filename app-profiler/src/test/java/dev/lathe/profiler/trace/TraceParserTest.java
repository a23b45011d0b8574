package dev.lathe.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.profiler.trace.OperatorTrace.Operator;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TraceParserTest {

    @Test
    void takesTheMedianOverTheRunsThatCount() throws Exception {
        var trace =
                parse(
                        1,
                        node("conv", "Conv", 0, 9000) + run(0, 9000),
                        node("conv", "Conv", 10_000, 1000) + run(10_000, 1000),
                        node("conv", "Conv", 20_000, 3000) + run(20_000, 3000),
                        node("conv", "Conv", 30_000, 2000) + run(30_000, 2000));

        assertThat(trace.operators()).containsExactly(new Operator("conv", "Conv", 2));
    }

    @Test
    void takesTheNodesOfASubgraphFromTheNodeAroundThem() throws Exception {
        var trace =
                parse(
                        0,
                        node("inner", "Add", 100, 400)
                                + node("inner", "Add", 600, 300)
                                + node("loop", "Loop", 0, 1000)
                                + node("after", "Relu", 1000, 100)
                                + run(0, 1100));

        assertThat(trace.operators())
                .containsExactlyInAnyOrder(
                        new Operator("loop", "Loop", 0.3),
                        new Operator("inner", "Add", 0.7),
                        new Operator("after", "Relu", 0.1));
    }

    @Test
    void keepsTheLargestArena() throws Exception {
        assertThat(parse(0, node("a", "Add", 0, 1) + run(0, 1)).arenaBytes())
                .isEqualTo(OptionalLong.of(4096));
        assertThat(parse(0, run(0, 1)).arenaBytes()).isEmpty();
    }

    @Test
    void refusesWhatIsNoProfile() {
        assertThatThrownBy(() -> TraceParser.parse(bytes("{}"), 0))
                .isInstanceOf(TraceException.class);
        assertThatThrownBy(() -> TraceParser.parse(bytes("[{\"cat\""), 0))
                .isInstanceOf(TraceException.class);
    }

    private static OperatorTrace parse(int skipped, String... runs) throws TraceException {
        var events = String.join("", runs);
        return TraceParser.parse(
                bytes("[" + events.substring(0, events.length() - 1) + "]"), skipped);
    }

    private static String node(String name, String op, long start, long duration) {
        return """
        {"cat":"Node","pid":1,"tid":1,"dur":%d,"ts":%d,"ph":"X","name":"%s_kernel_time",
         "args":{"op_name":"%s","input_type_shape":[{"float":[1]}],"mem_arena_held":"4096"}},\
        """
                .formatted(duration, start, name, op);
    }

    private static String run(long start, long duration) {
        return """
        {"cat":"Session","pid":1,"tid":1,"dur":%d,"ts":%d,"ph":"X","name":"model_run","args":{}},\
        """
                .formatted(duration, start);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
