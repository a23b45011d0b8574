package dev.lathe.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("corpus")
class CorpusLayoutTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", "."));

    static List<Path> models() throws IOException {
        try (var files = Files.walk(DATA.resolve("models"))) {
            return files.filter(file -> file.toString().matches(".*\\.(onnx|textproto|tflite|ort)"))
                    .filter(file -> !file.toString().contains("invalid"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void noEdgeCrossesAnUnrelatedBoxAndNothingOverlaps(Path file)
            throws ModelFormatException, InterruptedException {
        var model = ModelFiles.read(file);

        var graph =
                new LayeredLayout(new CharWidths())
                        .layOut(Pictures.flat(model, ShapeInference.infer(model)), Progress.NONE);

        PictureGeometry.check(graph);
        assertThat(graph.nodes()).isLessThanOrEqualTo(model.graph().nodes().size());
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSameHoldsInGroupsOpenAndClosedInBothDirections(Path file)
            throws ModelFormatException, InterruptedException {
        var model = ModelFiles.read(file);
        var main = Outline.of(model, ShapeInference.infer(model)).main();
        var root = main.groups().root();

        for (Direction direction : Direction.values()) {
            var layout = new LayeredLayout(new CharWidths(), direction);
            for (Unfolding open :
                    List.of(
                            Unfolding.CLOSED,
                            FirstView.readable(main, root),
                            FirstView.all(main, root))) {
                var picture =
                        PictureBuilder.build(main, Look.of(open), new CharWidths(), Progress.NONE);
                PictureGeometry.check(layout.layOut(picture, Progress.NONE));
            }
        }
    }
}
