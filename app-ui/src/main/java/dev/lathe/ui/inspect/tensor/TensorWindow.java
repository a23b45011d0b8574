package dev.lathe.ui.inspect.tensor;

import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// A window of its own for the elements of a tensor, beside which people go on working.
final class TensorWindow {
    private static final double WIDTH = 880;
    private static final double HEIGHT = 620;
    private final ShownTensor tensor;
    private final TensorDesk desk;

    TensorWindow(ShownTensor tensor, TensorDesk desk) {
        this.tensor = tensor;
        this.desk = desk;
    }

    /// Opens the window over the one that a scene is in, with its colours.
    void show(Scene over) {
        var pane = new TensorPane(tensor, desk);
        var scene = new Scene(pane, WIDTH, HEIGHT);
        Bindings.bindContent(scene.getStylesheets(), over.getStylesheets());
        var stage = new Stage();
        stage.initOwner(over.getWindow());
        stage.titleProperty().bind(desk.texts().text("tensor.window", tensor.tensor().name()));
        stage.setScene(scene);
        stage.setMinWidth(360);
        stage.setMinHeight(320);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setOnHidden(_ -> {
            Bindings.unbindContent(scene.getStylesheets(), over.getStylesheets());
            pane.cancel();
        });
        stage.show();
    }
}
