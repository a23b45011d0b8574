package dev.lathe.ui.graph;

import dev.lathe.model.outline.Scope;
import dev.lathe.ui.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TreeItem;
import org.controlsfx.control.BreadCrumbBar;

/// What is shown by itself and what it is in, from the outermost graph inwards; a click on a part
/// shows that one. Only there inside something.
final class WayBar extends BreadCrumbBar<Location> {
    private final Texts texts;

    WayBar(GraphViewModel model, Texts texts) {
        this.texts = texts;
        setId("graph-way");
        getStyleClass().addAll("graph-bar", "graph-way");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAutoNavigationEnabled(false);
        setCrumbFactory(this::crumb);
        setOnCrumbAction(event -> model.go(event.getSelectedCrumb().getValue()));
        model.wayProperty().subscribe(this::show);
        texts.messagesProperty().subscribe(() -> show(model.wayProperty().get()));
    }

    private void show(List<Location> way) {
        setVisible(way.size() > 1);
        if (!way.isEmpty()) {
            setSelectedCrumb(buildTreeModel(way.toArray(Location[]::new)));
        }
    }

    private Button crumb(TreeItem<Location> item) {
        boolean isOutermost = item.getParent() == null;
        var button = new Button((isOutermost ? "" : "›  ") + name(item.getValue()));
        button.getStyleClass().addAll("flat", "graph-crumb");
        return button;
    }

    private String name(Location location) {
        var path = location.group().isEmpty() ? location.scope() : location.group();
        if (path.isEmpty()) {
            return texts.now("graph.way.main");
        }
        int scope = path.lastIndexOf(Scope.SEPARATOR);
        var last = scope < 0 ? path : path.substring(scope + Scope.SEPARATOR.length());
        return location.group().isEmpty() ? last : last.substring(last.lastIndexOf('/') + 1);
    }
}
