package dev.lathe.ui.graph;

import dev.lathe.ui.graph.paint.GraphPainter;
import dev.lathe.ui.graph.paint.Overview;
import dev.lathe.ui.text.Texts;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

/// A small image of the whole picture with a frame around what is seen. Dragging the frame moves
/// the view, a click elsewhere jumps there. It hides when everything is seen.
///
/// A picture that is very long is shown compressed in its length.
final class Minimap extends Pane {
    private static final double LONGEST = 180;
    private static final double SHORTEST = 44;
    private static final double LEAST_FRAME = 6;
    private static final double INSET = 4;

    /// The least size of the window beside which there is room for this.
    private static final double LEAST_ROOM = 380;

    private final GraphCanvas canvas;
    private final ImageView image = new ImageView();
    private final Rectangle frame = new Rectangle();
    private double density = 1;
    private boolean isStale = true;
    private double grabX;
    private double grabY;

    Minimap(GraphCanvas canvas, Texts texts) {
        this.canvas = canvas;
        setId("graph-minimap");
        getStyleClass().addAll("graph-bar", "graph-minimap");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.text("graph.minimap"));
        frame.getStyleClass().add("graph-minimap-frame");
        frame.setMouseTransparent(true);
        image.setMouseTransparent(true);
        getChildren().addAll(image, frame);
        setVisible(false);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        canvas.viewportProperty().subscribe(this::update);
        canvas.painterProperty().subscribe(this::outdate);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .orElse(1.0)
                .subscribe(scale -> {
                    density = scale.doubleValue();
                    outdate();
                });
    }

    /// Where the frame around what is seen is.
    Bounds frame() {
        return new BoundingBox(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight());
    }

    private void outdate() {
        isStale = true;
        update();
    }

    /// Moves the frame; the image is painted when it is first seen.
    private void update() {
        var viewport = canvas.viewport();
        var graph = canvas.picture().graph();
        var seen = viewport.area();
        boolean seesAll =
                seen.x() <= 0
                        && seen.y() <= 0
                        && seen.right() >= graph.width()
                        && seen.bottom() >= graph.height();
        boolean hasRoom = viewport.width() >= LEAST_ROOM && viewport.height() >= LEAST_ROOM;
        setVisible(!graph.boxes().isEmpty() && !seesAll && hasRoom);
        if (!isVisible()) {
            return;
        }
        if (isStale) {
            isStale = false;
            paint(canvas.painterProperty().get());
        }
        double left = clamp(seen.x() * scaleX(), image.getFitWidth());
        double right = clamp(seen.right() * scaleX(), image.getFitWidth());
        double top = clamp(seen.y() * scaleY(), image.getFitHeight());
        double bottom = clamp(seen.bottom() * scaleY(), image.getFitHeight());
        frame.setWidth(Math.max(LEAST_FRAME, right - left));
        frame.setHeight(Math.max(LEAST_FRAME, bottom - top));
        frame.setX(INSET + Math.min(left, image.getFitWidth() - frame.getWidth()));
        frame.setY(INSET + Math.min(top, image.getFitHeight() - frame.getHeight()));
    }

    private void paint(GraphPainter painter) {
        var graph = canvas.picture().graph();
        double scale = Math.min(LONGEST / graph.width(), LONGEST / graph.height());
        double width = Math.clamp(graph.width() * scale, SHORTEST, LONGEST);
        double height = Math.clamp(graph.height() * scale, SHORTEST, LONGEST);
        int columns = (int) Math.ceil(width * density);
        int rows = (int) Math.ceil(height * density);
        var pixels = new WritableImage(columns, rows);
        pixels.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        columns,
                        rows,
                        PixelFormat.getIntArgbInstance(),
                        Overview.paint(painter, columns, rows),
                        0,
                        columns);
        image.setImage(pixels);
        image.setFitWidth(width);
        image.setFitHeight(height);
        image.relocate(INSET, INSET);
        setPrefSize(width + 2 * INSET, height + 2 * INSET);
    }

    private void press(MouseEvent event) {
        boolean onFrame = frame.contains(event.getX(), event.getY());
        grabX = onFrame ? event.getX() - frame.getX() - frame.getWidth() / 2 : 0;
        grabY = onFrame ? event.getY() - frame.getY() - frame.getHeight() / 2 : 0;
        drag(event);
    }

    private void drag(MouseEvent event) {
        canvas.center(
                (event.getX() - grabX - INSET) / scaleX(),
                (event.getY() - grabY - INSET) / scaleY());
        event.consume();
    }

    private double scaleX() {
        return image.getFitWidth() / canvas.picture().graph().width();
    }

    private double scaleY() {
        return image.getFitHeight() / canvas.picture().graph().height();
    }

    private static double clamp(double at, double size) {
        return Math.clamp(at, 0, size);
    }
}
