package dev.lathe.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.metric.ValueSet.Naming;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFilesTest {
    @TempDir private Path folder;

    @Test
    void readsAPlainMapOfNumbers() throws Exception {
        var set = only("{\"conv1\": 1.5, \"relu\": 2, \"note\": \"by hand\"}");

        assertThat(set.values()).containsExactly(Map.entry("conv1", 1.5), Map.entry("relu", 2.0));
        assertThat(set.title()).isEqualTo("values");
        assertThat(set.leftOut()).isEqualTo(1);
        assertThat(set.combination()).isEqualTo(Combination.SUM);
    }

    @Test
    void readsTitleUnitAndHowGroupsComeAbout() throws Exception {
        var set =
                only(
                        """
                        {"title": "Sensitivity", "unit": "dB", "groups": "max",
                         "values": {"conv1": 0.25}}
                        """);

        assertThat(set)
                .isEqualTo(
                        new ValueSet(
                                "Sensitivity",
                                new Unit(Unit.Kind.OTHER, "dB"),
                                Combination.MAXIMUM,
                                Naming.NODES,
                                set.values(),
                                0));
        assertThat(set.values()).containsExactly(Map.entry("conv1", 0.25));
    }

    @Test
    void readsModelExplorersNodeDataOfAGraph() throws Exception {
        var set =
                only(
                        """
                        {"results": {"3": {"value": 12, "bgColor": "red"}, "out": {"value": 0.5}},
                         "thresholds": [{"value": 10, "bgColor": "blue"}],
                         "gradient": [{"stop": 0, "bgColor": "green"}, {"stop": 1, "bgColor": "red"}]}
                        """);

        assertThat(set.values()).containsExactly(Map.entry("3", 12.0), Map.entry("out", 0.5));
        assertThat(set.naming()).isEqualTo(Naming.NODES_OR_POSITIONS);
    }

    @Test
    void readsModelExplorersNodeDataOfAModel() throws Exception {
        var sets =
                read(
                        """
                        {"main": {"results": {"a": {"value": 1}}},
                         "other": {"results": {"b": {"value": 2}}}}
                        """);

        assertThat(sets)
                .extracting(ValueSet::title)
                .containsExactly("values · main", "values · other");
        assertThat(sets.get(1).values()).containsExactly(Map.entry("b", 2.0));
    }

    @Test
    void readsEachMetricOfANetronAttachment() throws Exception {
        var sets =
                read(
                        """
                        {"signature": "netron:attachment",
                         "metadata": [{"kind": "node", "target": "a", "name": "note", "value": "x"}],
                         "metrics": [
                          {"kind": "model", "target": "", "name": "duration", "value": "9", "type": "us"},
                          {"kind": "node", "target": "a", "name": "duration", "value": "5", "type": "us"},
                          {"kind": "value", "target": "v", "name": "duration", "value": 4},
                          {"kind": "node", "target": "a", "name": "sparsity", "value": 0.5, "type": "percentage"}]}
                        """);

        assertThat(sets).extracting(ValueSet::title).containsExactly("duration", "sparsity");
        assertThat(sets.getFirst().values())
                .containsExactly(Map.entry("a", 5.0), Map.entry("v", 4.0));
        assertThat(sets.getFirst().unit()).isEqualTo(Unit.named("us"));
        assertThat(sets.getLast().unit()).isEqualTo(Unit.SHARE);
    }

    @Test
    void takesTheMedianRunOfAnOnnxRuntimeProfile() throws Exception {
        var set = only("[" + run(9000) + "," + run(1000) + "," + run(3000) + "]");

        assertThat(set.values()).containsExactly(Map.entry("conv1", 6.0), Map.entry("relu", 0.5));
        assertThat(set.unit()).isEqualTo(Unit.MILLISECONDS);
        assertThat(set.naming()).isEqualTo(Naming.RUNTIME);
    }

    /// One run in which conv1 is computed twice.
    private static String run(int micros) {
        return """
        {"cat":"Node","dur":0,"name":"conv1_fence_before"},
        {"cat":"Node","dur":%1$d,"name":"conv1_kernel_time","args":{"op_name":"Conv"}},
        {"cat":"Node","dur":%1$d,"name":"conv1_kernel_time","args":{"op_name":"Conv"}},
        {"cat":"Node","dur":500,"name":"relu_kernel_time","args":{"op_name":"Relu"}},
        {"cat":"Session","dur":9,"name":"SequentialExecutor::Execute"},
        {"cat":"Session","dur":9999,"name":"model_run"}\
        """
                .formatted(micros);
    }

    @Test
    void leavesOutWhatIsNoFiniteNumber() throws Exception {
        var set = only("{\"a\": NaN, \"b\": 1e999, \"c\": -Infinity, \"d\": [1], \"e\": 3}");

        assertThat(set.values()).containsExactly(Map.entry("e", 3.0));
        assertThat(set.leftOut()).isEqualTo(4);
    }

    @Test
    void keepsWordsOfTheFileShortAndOnOneLine() throws Exception {
        var set = only("{\"title\": \"a\\nb" + "c".repeat(500) + "\", \"values\": {\"x\": 1}}");

        assertThat(set.title()).startsWith("a bcc").endsWith("…").hasSize(80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    ''                       | it is empty
                    hello                    | it is not JSON
                    {'a': 1                  | it is not JSON (line 1
                    {}                       | it has no number for any node
                    {'a': 'b'}               | it has no number for any node
                    {'values': {}}           | it has no number for any node
                    {'values': {'a': 1}, 'groups': 'all'} | its 'groups' is 'all' but has to be
                    []                       | it is a JSON list without times of operators
                    [1, 2]                   | it is a JSON list without times of operators
                    [{'name': 'a'}           | it is not JSON
                    """)
    void refusesInOneSentence(String json, String reason) throws IOException {
        var file = write(json.equals("''") ? "" : json.replace('\'', '"'));

        assertThatThrownBy(() -> ValueFiles.read(file, Progress.NONE))
                .isInstanceOf(ValuesException.class)
                .hasMessageStartingWith("Cannot read values from values.json: ")
                .hasMessageContaining(reason.replace('\'', '"'))
                .hasMessageEndingWith(".");
    }

    @Test
    void refusesWhatIsTooDeepToBeValues() throws IOException {
        var file = write("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));

        assertThatThrownBy(() -> ValueFiles.read(file, Progress.NONE))
                .isInstanceOf(ValuesException.class)
                .hasMessageContaining("values.json");
    }

    @Test
    void refusesFoldersAndWhatIsNotThere() {
        assertThatThrownBy(() -> ValueFiles.read(folder, Progress.NONE))
                .isInstanceOf(ValuesException.class)
                .hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> ValueFiles.read(folder.resolve("no.json"), Progress.NONE))
                .isInstanceOf(ValuesException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        var file = write("{" + " ".repeat((16 << 20) + 1) + "}");

        assertThatThrownBy(() -> ValueFiles.read(file, Progress.NONE))
                .isInstanceOf(ValuesException.class)
                .hasMessageContaining("it is larger than the 16.00 MiB");
    }

    private ValueSet only(String json) throws Exception {
        var sets = read(json);
        assertThat(sets).hasSize(1);
        return sets.getFirst();
    }

    private List<ValueSet> read(String json) throws Exception {
        return ValueFiles.read(write(json), Progress.NONE);
    }

    private Path write(String json) throws IOException {
        return Files.write(folder.resolve("values.json"), json.getBytes(StandardCharsets.UTF_8));
    }
}
