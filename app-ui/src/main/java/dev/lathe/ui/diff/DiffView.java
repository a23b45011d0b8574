package dev.lathe.ui.diff;

import dev.lathe.ui.form.Notice;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// Two models compared: their graphs beside each other or as one, and the list of changes.
public final class DiffView extends BorderPane {
    private final DiffViewModel model;
    private final PicturePane before;
    private final PicturePane after;
    private final PicturePane merged;
    private final ChangesPane changes;

    /// @param paths asks people for files
    public DiffView(
            DiffViewModel model,
            ObservableValue<KindPalette> palette,
            PathChooser paths,
            Texts texts) {
        this.model = model;
        setId("diff");
        getStyleClass().add("diff-view");
        setMinSize(0, 0);
        before = pane(Side.BEFORE, texts, picker(Side.BEFORE, paths, texts, "diff-before"));
        after = pane(Side.AFTER, texts, picker(Side.AFTER, paths, texts, "diff-after"));
        merged =
                pane(
                        Side.MERGED,
                        texts,
                        picker(Side.BEFORE, paths, texts, "diff-merged-before"),
                        picker(Side.AFTER, paths, texts, "diff-merged-after"));
        merged.setBottom(
                new Notice(
                        "diff-unwired",
                        Notice.Kind.HINT,
                        Bindings.createStringBinding(
                                () -> unwired(texts),
                                model.comparisonProperty(),
                                texts.messagesProperty())));
        changes = new ChangesPane(model, texts);
        for (Side side : Side.values()) {
            model.graph(side).paletteProperty().bind(palette);
        }
        ViewSync.install(model, before.view(), after.view());
        setTop(new DiffBar(model, texts, this::fit));
        setCenter(center(paths, texts));
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        drop(before, Side.BEFORE);
        drop(after, Side.AFTER);
        drop(this, Side.AFTER);
    }

    /// Lets people type words to look for among the changes.
    public void focusFilter() {
        changes.focusFilter();
    }

    /// Whether everything that is seen is painted in full, for pictures of the window.
    public boolean isPainted() {
        return model.modeProperty().get() == DiffMode.MERGED
                ? merged.view().isPainted()
                : before.view().isPainted() && after.view().isPainted();
    }

    /// Gives the keyboard to the pictures.
    public void focusPictures() {
        (model.modeProperty().get() == DiffMode.MERGED ? merged : after).view().requestFocus();
    }

    private String unwired(Texts texts) {
        return model.comparisonProperty()
                .get()
                .map(Comparison::unwired)
                .filter(edges -> edges > 0)
                .map(edges -> texts.now("diff.unwired", edges))
                .orElse("");
    }

    private SourcePicker picker(Side side, PathChooser paths, Texts texts, String id) {
        return new SourcePicker(model, side, paths, texts, id);
    }

    private PicturePane pane(Side side, Texts texts, Node... names) {
        return new PicturePane(model, side, texts, names);
    }

    private Node center(PathChooser paths, Texts texts) {
        var beside = new SplitPane(before, after);
        beside.getStyleClass().add("diff-pictures");
        beside.visibleProperty().bind(model.modeProperty().isEqualTo(DiffMode.BESIDE));
        merged.visibleProperty().bind(model.modeProperty().isEqualTo(DiffMode.MERGED));
        var columns = new SplitPane(new StackPane(beside, merged), changes);
        columns.getStyleClass().add("diff-columns");
        columns.setDividerPositions(0.74);
        SplitPane.setResizableWithParent(changes, false);
        columns.visibleProperty().bind(model.stateProperty().isEqualTo(DiffState.READY));
        var states =
                new DiffStates(
                        model,
                        texts,
                        picker(Side.BEFORE, paths, texts, "diff-other-before"),
                        picker(Side.AFTER, paths, texts, "diff-other-after"));
        return new StackPane(columns, states);
    }

    private void fit() {
        if (model.modeProperty().get() == DiffMode.MERGED) {
            merged.view().fit();
        } else {
            after.view().fit();
        }
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case F7 -> {
                if (event.isShiftDown()) {
                    model.changes().previous();
                } else {
                    model.changes().next();
                }
            }
            case ESCAPE, BACK_SPACE -> model.close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void drop(Node target, Side side) {
        target.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        target.setOnDragDropped(event -> drop(event, side));
    }

    private void drop(DragEvent event, Side side) {
        var files = event.getDragboard().getFiles();
        files.stream().findFirst().map(File::toPath).ifPresent(file -> model.replace(side, file));
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
