package dev.lathe.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.Pictures;
import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.OperatorKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PictureExportTest {
    @TempDir private Path folder;

    private final PictureExport export = new PictureExport(KindPalette.LIGHT, NodeOverlay.NONE);

    @Test
    void textsInAnSvgAreTexts() throws Exception {
        var file = folder.resolve("graph.svg");

        export.writeSvg(residual(), file);

        assertThat(Files.readString(file)).contains(">Conv</text>", ">8×3×3×3</text>");
    }

    @Test
    void namesNeedNotBeFriendlyToXml()
            throws InterruptedException, IOException, SAXException, ParserConfigurationException {
        var operator = "A<b>&\"c\u0001\uD83D\uDE00";
        var graph = Graphs.of(List.of(), Graphs.node("n", operator, "x", "y"));

        var svg = export.svg(Pictures.laidOut(graph));

        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getTextContent()).contains("A<b>&\"c\uD83D\uDE00");
    }

    @Test
    void aPngHasTheSizeAndTheColoursOfThePicture() throws Exception {
        var graph = residual();
        var file = folder.resolve("graph.png");

        export.writePng(graph, 2, file);

        var image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(graph.width() * 2));
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(graph.height() * 2));
        var conv = graph.boxes().get(graph.boxOf("conv1").orElseThrow());
        int band = image.getRGB((int) (2 * conv.x()) + 12, (int) (2 * conv.y()) + 12) & 0xffffff;
        assertThat(band).isEqualTo(KindPalette.LIGHT.fill(OperatorKind.CONVOLUTION).rgb());
    }

    @Test
    void anOverlayColoursTheBoxesItRates() throws Exception {
        var rating = new NodeOverlay.Rating(1, "4 ms");
        var overlay =
                new NodeOverlay(
                        "Latency",
                        Map.of("conv1", rating),
                        Map.of(),
                        new NodeOverlay.Scale("0 ms", "4 ms"));

        var svg = new PictureExport(KindPalette.LIGHT, overlay).svg(residual());

        assertThat(svg)
                .contains(HeatScale.at(1, KindPalette.LIGHT).hex())
                .contains(">4 ms</text>")
                .contains(GraphColors.of(KindPalette.LIGHT).unrated().hex());
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite() throws Exception {
        var file = folder.resolve("no-such-folder").resolve("graph.png");

        assertThatThrownBy(() -> export.writePng(residual(), 1, file))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static LaidOutGraph residual() throws InterruptedException {
        return Pictures.laidOut(Graphs.residual());
    }
}
