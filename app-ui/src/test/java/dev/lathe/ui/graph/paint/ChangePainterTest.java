package dev.lathe.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.Pictures;
import dev.lathe.ui.graph.layout.TextRole;
import dev.lathe.ui.graph.paint.ChangeMarks.Counts;
import dev.lathe.ui.graph.paint.ChangeMarks.Mark;
import dev.lathe.ui.theme.ChangeColors;
import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.Tint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangePainterTest {
    private static final ChangeColors COLORS = ChangeColors.of(KindPalette.LIGHT);
    private final Recording recording = new Recording();

    @Test
    void aChangeIsToldBySignLineAndColour() throws InterruptedException {
        paint(marks(Map.of("conv1", Mark.ADDED, "conv2", Mark.REMOVED, "add", Mark.CHANGED)));

        assertThat(recording.texts).contains("+", "−", "~");
        assertThat(recording.outlines)
                .contains(
                        COLORS.added().hex() + " 0.0",
                        COLORS.removed().hex() + " 7.0",
                        COLORS.changed().hex() + " 2.5");
    }

    @Test
    void aLayerWithGraphsInsideSaysHowMuchChangedThere() throws InterruptedException {
        paint(
                new ChangeMarks(
                        Map.of("conv1", Mark.CHANGED),
                        Map.of(),
                        Map.of(),
                        Map.of("conv1", new Counts(3, 0, 12))));

        assertThat(recording.texts).contains("+3", "~12").doesNotContain("−0");
    }

    @Test
    void nothingIsMarkedWithoutAComparison() throws InterruptedException {
        paint(ChangeMarks.NONE);

        assertThat(recording.texts).doesNotContain("+", "−", "~");
        assertThat(recording.outlines).noneMatch(line -> line.startsWith(COLORS.added().hex()));
    }

    private void paint(ChangeMarks marks) throws InterruptedException {
        var graph = Pictures.laidOut(Graphs.residual());
        new GraphPainter(
                        new PictureIndex(graph),
                        GraphColors.of(KindPalette.LIGHT),
                        NodeOverlay.NONE,
                        marks,
                        new CharWidths())
                .paint(recording, Area.of(graph), 1);
    }

    private static ChangeMarks marks(Map<String, Mark> layers) {
        return new ChangeMarks(layers, Map.of(), Map.of(), Map.of());
    }

    /// Remembers texts and outlines.
    private static final class Recording implements Brush {
        final List<String> texts = new ArrayList<>();
        final List<String> outlines = new ArrayList<>();

        @Override
        public void fill(double x, double y, double width, double height, Tint tint) {}

        @Override
        public void fillRound(
                double x, double y, double width, double height, double radius, Tint tint) {}

        @Override
        public void fillRoundTop(
                double x, double y, double width, double height, double radius, Tint tint) {}

        @Override
        public void outline(
                double x, double y, double width, double height, double radius, Stroke stroke) {
            outlines.add(stroke.tint().hex() + " " + stroke.dash());
        }

        @Override
        public void edges(List<EdgePath> paths, Stroke stroke) {}

        @Override
        public void arrowHeads(List<EdgePath> paths, double size, Tint tint) {}

        @Override
        public void text(
                String text,
                double x,
                double baseline,
                double width,
                TextRole role,
                Anchor anchor,
                Tint tint) {
            texts.add(text);
        }

        @Override
        public void title(String text, double x, double baseline, double size, Tint tint) {
            texts.add(text);
        }
    }
}
