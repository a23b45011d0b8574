package dev.lathe.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir Path folder = Path.of("");

    @Test
    void saysWhatTheSampleIsMadeOf() {
        var json =
                CommandLineRun.of("inspect", CommandLineRun.sample("model.onnx"), "--json").json();

        assertThat(json.get("format").asString()).isEqualTo("onnx");
        assertThat(json.get("opsets").get("").asInt()).isEqualTo(17);
        assertThat(json.get("inputs").get(0).toString())
                .isEqualTo(
                        "{\"name\":\"image\",\"type\":\"float32\",\"shape\":[\"batch\",1,28,28]}");
        assertThat(json.get("nodes").asInt()).isEqualTo(json.get("layers").size());
        assertThat(json.get("parameters").asLong()).isBetween(100_000L, 500_000L);
        assertThat(json.get("valuesWithUnknownShape").asInt()).isZero();
        assertThat(json.get("warnings")).isEmpty();
    }

    @Test
    void inspectsTheOthersWhenOneCannotBeOpened() throws Exception {
        var empty = Files.createFile(folder.resolve("empty.onnx"));

        var run =
                CommandLineRun.of("inspect", empty, CommandLineRun.sample("model.onnx"), "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().getFirst())
                .startsWith("{\"file\":\"" + empty + "\",\"error\":\"Cannot open " + empty);
        assertThat(run.lines().getLast()).contains("\"format\":\"onnx\"");
    }

    @Test
    void printsATableForPeople() {
        var run = CommandLineRun.of("inspect", CommandLineRun.sample("model.onnx"));

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("input            image: float32 batch×1×28×28");
        assertThat(run.lines()).anyMatch(line -> line.matches("/stem/conv +Conv +batch×.*"));
    }

    @Test
    void namesFreeDimensionsAndHowToSetThem() {
        var run = CommandLineRun.of("inspect", CommandLineRun.sample("model.onnx"));

        assertThat(run.out())
                .contains("free dimensions  batch (image:0); set one with --dim batch=N");
    }

    @Test
    void setsFreeDimensions() {
        var json =
                CommandLineRun.of(
                                "inspect",
                                CommandLineRun.sample("model.onnx"),
                                "--dim",
                                "image:0=4",
                                "--json")
                        .json();

        assertThat(json.get("inputs").get(0).get("shape").toString()).isEqualTo("[4,1,28,28]");
        assertThat(json.get("freeDimensions")).isEmpty();
        assertThat(json.get("macs").asLong()).isEqualTo(json.get("macsAtLeast").asLong());
        assertThat(json.get("operatorsWithUnknownMacs").asInt()).isZero();
    }

    @Test
    void refusesTwoSizesForOneName() {
        var run =
                CommandLineRun.of(
                        "inspect",
                        CommandLineRun.sample("model.onnx"),
                        "--dim",
                        "batch=3",
                        "--dim",
                        "batch=4");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Cannot set dimension 'batch' to both 3 and 4");
    }

    @Test
    void refusesASizeThatIsNoNumberInWordsForPeople() {
        for (String size : new String[] {"batch=99999999999999999999", "batch=many", "batch="}) {
            var run =
                    CommandLineRun.of(
                            "inspect", CommandLineRun.sample("model.onnx"), "--dim", size);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .contains("is not a whole number that a dimension can have")
                    .doesNotContain("long", "Long", "Exception");
        }
    }

    @Test
    void listsTheDimensionsThereAre() {
        var run =
                CommandLineRun.of(
                        "inspect", CommandLineRun.sample("model.onnx"), "--dim", "height=4");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no such free dimension; there are batch (image:0)");
    }

    @Test
    void printsTheGroupsOfLayersWithTheirCost() {
        var model = CommandLineRun.sample("model.onnx");

        var json = CommandLineRun.of("inspect", model, "--json", "--groups").json();
        var text = CommandLineRun.of("inspect", model, "--groups", "--depth", "1");

        var group = json.get("groups").get(0);
        assertThat(group.get("path").asString()).isEqualTo("stem");
        assertThat(group.get("nodes").asInt()).isGreaterThan(1);
        assertThat(group.get("parameters").asLong()).isPositive();
        assertThat(group.get("macs").asLong()).isPositive();
        assertThat(text.lines()).anyMatch(line -> line.startsWith("stem "));
    }
}
