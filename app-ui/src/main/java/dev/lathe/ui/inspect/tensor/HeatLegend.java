package dev.lathe.ui.inspect.tensor;

import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// What the colours of a heat map stand for.
final class HeatLegend extends HBox {
    private static final int LENGTH = 120;
    private static final int HEIGHT = 10;
    private final Texts texts;

    HeatLegend(Texts texts) {
        this.texts = texts;
        setId("heat-legend");
        getStyleClass().add("heat-legend");
    }

    /// Explains a scale.
    ///
    /// @param others how many elements are no finite number
    void show(HeatScale scale, KindPalette palette, DoubleFunction<String> format, long others) {
        var colours = new HeatColours(palette);
        var image = new WritableImage(LENGTH, HEIGHT);
        for (int x = 0; x < LENGTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                image.getPixelWriter().setArgb(x, y, colours.at(2.0 * x / (LENGTH - 1) - 1));
            }
        }
        getChildren()
                .setAll(
                        label(format.apply(scale.low())),
                        new ImageView(image),
                        label(format.apply(scale.high())));
        if (others > 0) {
            var swatch = new Rectangle(HEIGHT, HEIGHT);
            swatch.setFill(
                    Color.rgb(
                            colours.noNumber() & 0xff,
                            colours.noNumber() & 0xff,
                            colours.noNumber() & 0xff));
            var words = new Label();
            words.textProperty().bind(texts.text("tensor.legend.other"));
            words.getStyleClass().add("heat-legend-other");
            getChildren().addAll(swatch, words);
        }
        accessibleTextProperty()
                .bind(
                        texts.text(
                                "tensor.legend",
                                format.apply(scale.low()),
                                format.apply(scale.high())));
    }

    private static Label label(String words) {
        var label = new Label(words);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
