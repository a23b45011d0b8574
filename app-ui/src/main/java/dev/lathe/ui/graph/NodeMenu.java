package dev.lathe.ui.graph;

import dev.lathe.ui.graph.GraphTrace.Mode;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;

/// The menu of a box, and that of the picture beside all boxes.
final class NodeMenu {
    private final GraphView view;
    private final GraphViewModel model;
    private final BoxSelection selection;
    private final Texts texts;
    private final ContextMenu menu = new ContextMenu();

    private NodeMenu(GraphView view, GraphViewModel model, BoxSelection selection, Texts texts) {
        this.view = view;
        this.model = model;
        this.selection = selection;
        this.texts = texts;
        menu.setId("graph-menu");
    }

    static void install(GraphView view, GraphViewModel model, BoxSelection selection, Texts texts) {
        var menu = new NodeMenu(view, model, selection, texts);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menu::open);
    }

    private void open(ContextMenuEvent event) {
        var canvas = view.canvas();
        var at = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
        var box =
                event.isKeyboardTrigger()
                        ? selection.cursor()
                        : selectable(canvas.pointedAt(at.getX(), at.getY()).box());
        if (box.isPresent() && !selection.boxes().get(box.getAsInt())) {
            selection.only(box.stream());
        }
        menu.getItems().setAll(box.isPresent() ? ofBox(box.getAsInt()) : ofPicture());
        var place = event.isKeyboardTrigger() ? beside(box) : at;
        var screen = canvas.localToScreen(place);
        menu.show(view, screen.getX(), screen.getY());
        event.consume();
    }

    private List<MenuItem> ofBox(int index) {
        var box = box(index);
        var items = new ArrayList<MenuItem>();
        if (model.canOpen(box.box())) {
            boolean isOpen = box.box().role().isFrame();
            var open = isOpen ? "graph.menu.close" : "graph.menu.open";
            items.add(item(open, () -> view.openOrZoomTo(index)));
            items.add(item("graph.menu.enter", () -> model.enter(box.box())));
            items.add(new SeparatorMenuItem());
        }
        items.add(item("graph.menu.upstream", () -> view.trace().trace(Mode.UPSTREAM)));
        items.add(item("graph.menu.downstream", () -> view.trace().trace(Mode.DOWNSTREAM)));
        if (view.trace().isOn()) {
            items.add(item("graph.menu.trace-end", view.trace()::end));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("graph.menu.zoom", view::zoomToSelection));
        items.add(item("graph.menu.same", () -> selection.only(sameAs(box)), box.box().title()));
        items.add(item("graph.menu.copy", () -> copy(box.box().name())));
        return items;
    }

    private List<MenuItem> ofPicture() {
        var items = new ArrayList<MenuItem>();
        items.add(item("graph.menu.fit", view::fit));
        items.add(item("graph.menu.all", view::selectAll));
        items.add(new SeparatorMenuItem());
        items.add(item("graph.menu.open-all", model::openAll));
        items.add(item("graph.menu.close-all", model::closeAll));
        if (model.wayProperty().get().size() > 1) {
            items.add(item("graph.menu.leave", model::leave));
        }
        if (view.trace().isOn()) {
            items.add(item("graph.menu.trace-end", view.trace()::end));
        }
        return items;
    }

    private MenuItem item(String key, Runnable action, Object... arguments) {
        var item = new MenuItem(texts.now(key, arguments));
        item.setId(key.replace('.', '-'));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// The boxes with the same title in the same role: the same operator.
    private IntStream sameAs(PlacedBox box) {
        return IntStream.range(0, boxes().size())
                .filter(i ->
                        box(i).box().role() == box.box().role()
                                && box(i).box().title().equals(box.box().title()));
    }

    private OptionalInt selectable(OptionalInt box) {
        return box.stream().filter(i -> BoxSelection.isSelectable(box(i))).findFirst();
    }

    private Point2D beside(OptionalInt box) {
        var viewport = view.canvas().viewport();
        return box.stream()
                .mapToObj(this::box)
                .map(b -> viewport.toPixel(b.centerX(), b.centerY()))
                .findFirst()
                .orElseGet(() -> new Point2D(viewport.width() / 2, viewport.height() / 2));
    }

    private PlacedBox box(int index) {
        return boxes().get(index);
    }

    private List<PlacedBox> boxes() {
        return view.canvas().picture().graph().boxes();
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
