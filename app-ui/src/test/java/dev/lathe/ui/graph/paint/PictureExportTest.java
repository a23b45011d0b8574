package dev.lathe.ui.graph.paint;

import static dev.lathe.ui.graph.paint.PictureFrame.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.Pictures;
import dev.lathe.ui.graph.paint.PictureFrame.Background;
import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.OperatorKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PictureExportTest {
    @TempDir private Path folder;

    private final PictureExport export = new PictureExport(KindPalette.LIGHT, NodeOverlay.NONE);

    @Test
    void textsInAnSvgAreTexts() throws Exception {
        var file = folder.resolve("graph.svg");

        export.writeSvg(residual(), whole(residual(), 1), file, Progress.NONE);

        assertThat(Files.readString(file)).contains(">Conv</text>", ">8×3×3×3</text>");
    }

    @Test
    void namesNeedNotBeFriendlyToXml()
            throws InterruptedException, IOException, SAXException, ParserConfigurationException {
        var operator = "A<b>&\"c\u0001\uD83D\uDE00";
        var graph = Graphs.of(List.of(), Graphs.node("n", operator, "x", "y"));

        var svg = export.svg(Pictures.laidOut(graph), whole(Pictures.laidOut(graph), 1));

        assertThat(parse(svg).getDocumentElement().getTextContent())
                .contains("A<b>&\"c\uD83D\uDE00");
    }

    @Test
    void aPngHasTheSizeAndTheColoursOfThePicture() throws Exception {
        var graph = residual();
        var file = folder.resolve("graph.png");

        export.writePng(graph, whole(graph, 2), file, Progress.NONE);

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

        var svg =
                new PictureExport(KindPalette.LIGHT, overlay).svg(residual(), whole(residual(), 1));

        assertThat(svg)
                .contains(HeatScale.at(1, KindPalette.LIGHT).hex())
                .contains(">4 ms</text>")
                .contains(GraphColors.of(KindPalette.LIGHT).unrated().hex());
    }

    @Test
    void layersAreFoundByTheirNamesInAnSvg() throws Exception {
        var svg = export.svg(residual(), whole(residual(), 1));

        var titles = parse(svg).getElementsByTagName("title");
        var names = new ArrayList<String>();
        for (int i = 0; i < titles.getLength(); i++) {
            names.add(titles.item(i).getTextContent());
        }
        assertThat(names).contains("conv1");
    }

    @Test
    void aPartIsCutOutOfThePicture() throws Exception {
        var graph = residual();
        var conv = graph.boxes().get(graph.boxOf("conv1").orElseThrow());
        var area = new Area(conv.x(), conv.y(), conv.width(), conv.height());
        var frame = new PictureFrame(area, 2, Background.SURFACE);
        var file = folder.resolve("conv.png");

        export.writePng(graph, frame, file, Progress.NONE);

        var image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(conv.width() * 2));
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(conv.height() * 2));
        assertThat(image.getRGB(12, 12) & 0xffffff)
                .isEqualTo(KindPalette.LIGHT.fill(OperatorKind.CONVOLUTION).rgb());
        var root = parse(export.svg(graph, frame)).getDocumentElement();
        assertThat(root.getAttribute("width")).isEqualTo(Integer.toString(image.getWidth()));
        assertThat(root.getAttribute("viewBox")).startsWith(SvgBrush.number(conv.x()) + " ");
    }

    @Test
    void theBackgroundCanBeLeftOut() throws Exception {
        var graph = residual();
        var frame = new PictureFrame(Area.of(graph), 1, Background.TRANSPARENT);
        var file = folder.resolve("graph.png");

        export.writePng(graph, frame, file, Progress.NONE);

        var image = ImageIO.read(file.toFile());
        var conv = graph.boxes().get(graph.boxOf("conv1").orElseThrow());
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        assertThat(image.getRGB((int) conv.x() + 6, (int) conv.y() + 6) >>> 24).isEqualTo(255);
        assertThat(export.svg(graph, frame))
                .doesNotContain(GraphColors.of(KindPalette.LIGHT).surface().hex());
    }

    @Test
    void whatIsTooLargeIsRefusedWithTheLargestScale() throws Exception {
        var graph = residual();
        var file = folder.resolve("graph.png");

        assertThatThrownBy(() -> export.writePng(graph, whole(graph, 5000), file, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot write graph.png: a PNG of ")
                .hasMessageContaining("choose a scale of at most");
        assertThat(folder).isEmptyDirectory();
        assertThat(whole(graph, PictureFrame.largestScale(Area.of(graph))).fitsPixels()).isTrue();
    }

    @Test
    void aCancelledPictureLeavesNothingBehind() throws Exception {
        Progress cancelled =
                (done, _) -> {
                    if (done > 0) {
                        Thread.currentThread().interrupt();
                    }
                };
        var graph = residual();

        assertThatThrownBy(() ->
                        export.writePng(
                                graph, whole(graph, 4), folder.resolve("graph.png"), cancelled))
                .isInstanceOf(InterruptedException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite() throws Exception {
        var file = folder.resolve("no-such-folder").resolve("graph.png");

        assertThatThrownBy(() ->
                        export.writePng(residual(), whole(residual(), 1), file, Progress.NONE))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static Document parse(String svg)
            throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static LaidOutGraph residual() throws InterruptedException {
        return Pictures.laidOut(Graphs.residual());
    }
}
