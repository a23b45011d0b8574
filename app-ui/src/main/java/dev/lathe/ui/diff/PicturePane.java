package dev.lathe.ui.diff;

import dev.lathe.ui.graph.GraphView;
import dev.lathe.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A graph with the names of what it shows over it.
final class PicturePane extends BorderPane {
    private final GraphView view;

    PicturePane(DiffViewModel model, Side side, Texts texts, Node... names) {
        getStyleClass().add("picture-pane");
        setMinSize(0, 0);
        view = new GraphView(model.graph(side), texts, GraphView.Tools.FEW);
        view.setId("diff-graph-" + side.word());
        var header = new HBox(names);
        header.getStyleClass().add("picture-header");
        for (Node name : names) {
            HBox.setHgrow(name, Priority.ALWAYS);
        }
        setTop(header);
        setCenter(view);
    }

    GraphView view() {
        return view;
    }
}
