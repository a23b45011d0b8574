package dev.lathe.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;

/// The tiles of one painting at one zoom.
final class TileSet {
    /// How far around the window tiles are kept, in tiles.
    private static final int KEPT = 1;

    private final Painting painting;
    private final double scale;
    private final Group group = new Group();
    private final Map<Place, ImageView> tiles = new HashMap<>();

    /// The place of a tile, counted from the corner of the picture.
    record Place(int column, int row) {}

    /// Where the tiles are on the screen, in its pixels.
    ///
    /// @param scale pixels of the screen for a unit of the picture
    /// @param density pixels of the screen for one of the window
    record Screen(
            double scale,
            double offsetX,
            double offsetY,
            double width,
            double height,
            double density) {

        static Screen of(Viewport viewport, double density) {
            return new Screen(
                    viewport.scale() * density,
                    Math.rint(viewport.offsetX() * density),
                    Math.rint(viewport.offsetY() * density),
                    viewport.width() * density,
                    viewport.height() * density,
                    density);
        }
    }

    /// @param scale pixels of the screen for a unit of the picture
    TileSet(Painting painting, double scale) {
        this.painting = painting;
        this.scale = scale;
        group.setManaged(false);
        group.setAutoSizeChildren(false);
    }

    Painting painting() {
        return painting;
    }

    double scale() {
        return scale;
    }

    Group group() {
        return group;
    }

    boolean isEmpty() {
        return tiles.isEmpty();
    }

    /// The first place in the window, or so many tiles around it, that has no tile yet.
    Optional<Place> missing(Screen screen, int around) {
        double side = side(screen);
        int firstColumn = (int) Math.floor(-screen.offsetX / side) - around;
        int lastColumn = (int) Math.floor((screen.width - 1 - screen.offsetX) / side) + around;
        int firstRow = (int) Math.floor(-screen.offsetY / side) - around;
        int lastRow = (int) Math.floor((screen.height - 1 - screen.offsetY) / side) + around;
        var graph = painting.picture().graph();
        int columns = (int) Math.floor(graph.width() * scale / TilePress.SIDE);
        int rows = (int) Math.floor(graph.height() * scale / TilePress.SIDE);
        for (int row = Math.max(0, firstRow); row <= Math.min(lastRow, rows); row++) {
            for (int column = Math.max(0, firstColumn);
                    column <= Math.min(lastColumn, columns);
                    column++) {
                var place = new Place(column, row);
                if (!tiles.containsKey(place)) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    void add(Place place, WritableImage image, Screen screen) {
        var view = new ImageView(image);
        tiles.put(place, view);
        put(place, view, screen);
        group.getChildren().add(view);
    }

    /// Moves the tiles to where they are in the window; stretches them if it has another zoom.
    void place(Screen screen) {
        tiles.forEach((place, view) -> put(place, view, screen));
    }

    /// Takes away the tiles that are far outside the window.
    List<WritableImage> dropUnseen(Screen screen) {
        double side = side(screen);
        double margin = KEPT * side;
        var dropped = new ArrayList<WritableImage>();
        tiles.entrySet()
                .removeIf(entry -> {
                    double x = entry.getKey().column * side + screen.offsetX;
                    double y = entry.getKey().row * side + screen.offsetY;
                    boolean seen =
                            x + side > -margin
                                    && y + side > -margin
                                    && x < screen.width + margin
                                    && y < screen.height + margin;
                    if (!seen) {
                        group.getChildren().remove(entry.getValue());
                        dropped.add((WritableImage) entry.getValue().getImage());
                    }
                    return !seen;
                });
        return dropped;
    }

    /// Takes away all tiles.
    List<WritableImage> drop() {
        var dropped = tiles.values().stream().map(v -> (WritableImage) v.getImage()).toList();
        group.getChildren().clear();
        tiles.clear();
        return dropped;
    }

    /// The images that are kept.
    int size() {
        return tiles.size();
    }

    private void put(Place place, ImageView view, Screen screen) {
        double side = side(screen);
        double left = Math.rint(place.column * side + screen.offsetX);
        double top = Math.rint(place.row * side + screen.offsetY);
        double right = Math.rint((place.column + 1) * side + screen.offsetX);
        double bottom = Math.rint((place.row + 1) * side + screen.offsetY);
        view.setX(left / screen.density);
        view.setY(top / screen.density);
        view.setFitWidth((right - left) / screen.density);
        view.setFitHeight((bottom - top) / screen.density);
        view.setSmooth(side != TilePress.SIDE);
    }

    private double side(Screen screen) {
        return TilePress.SIDE * screen.scale / scale;
    }
}
