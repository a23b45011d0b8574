package dev.lathe.ui.versions;

import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.PathChooser.Request;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The versions of the model beside each other.
public final class VersionsView extends BorderPane {
    private final VersionsViewModel model;
    private final Texts texts;
    private final PathChooser paths;
    private final ListView<VersionRow> list = new ListView<>();
    private final Comparing comparing;
    private boolean following;

    /// @param comparing compares versions
    public VersionsView(
            VersionsViewModel model, Texts texts, PathChooser paths, Comparing comparing) {
        this.comparing = comparing;
        this.model = model;
        this.texts = texts;
        this.paths = paths;
        setId("versions");
        getStyleClass().add("versions-view");
        setTop(new VBox(toolbar(), heading()));
        setCenter(list());
    }

    private HBox toolbar() {
        var title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(texts.text("versions.title"));
        title.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(title, gap, undo(), redo(), load(), save(), compare(), measure());
        bar.getStyleClass().add("pane-toolbar");
        return bar;
    }

    private Button undo() {
        var button = IconButtons.of("versions-undo", Feather.CORNER_UP_LEFT, model.undoHint());
        button.disableProperty().bind(model.canUndo().not());
        button.setOnAction(_ -> model.undo());
        return button;
    }

    private Button redo() {
        var button = IconButtons.of("versions-redo", Feather.CORNER_UP_RIGHT, model.redoHint());
        button.disableProperty().bind(model.canRedo().not());
        button.setOnAction(_ -> model.redo());
        return button;
    }

    private Button load() {
        var button = IconButtons.of("versions-load", Feather.FOLDER, texts.text("versions.load"));
        button.disableProperty().bind(model.canUseRecipe().not());
        button.setOnAction(
                _ -> paths.openFile(recipe("versions.load", "")).ifPresent(model::loadRecipe));
        return button;
    }

    private Button save() {
        var button = IconButtons.of("versions-save", Feather.SAVE, texts.text("versions.save"));
        button.disableProperty().bind(model.canUseRecipe().not());
        button.setOnAction(_ ->
                paths.saveFile(recipe("versions.save", "recipe.json"))
                        .ifPresent(model::saveRecipe));
        return button;
    }

    private Request recipe(String titleKey, String name) {
        return new Request(
                texts.now(titleKey), texts.now("versions.recipe"), List.of("*.json"), name);
    }

    private MenuButton measure() {
        var menu = new MenuButton();
        menu.setId("versions-measure");
        menu.setGraphic(new FontIcon(Feather.ACTIVITY));
        menu.getStyleClass().addAll("flat", "button-icon");
        menu.accessibleTextProperty().bind(texts.text("versions.measure"));
        menu.getItems()
                .setAll(
                        item("evaluate", model.canEvaluate(), model::evaluateCurrent),
                        item("evaluate-all", model.canEvaluate(), model::evaluateAll),
                        new SeparatorMenuItem(),
                        item("profile", model.canProfile(), model::profileCurrent),
                        item("profile-all", model.canProfile(), model::profileAll));
        return menu;
    }

    private MenuButton compare() {
        var menu = new MenuButton();
        menu.setId("versions-compare");
        menu.setGraphic(new FontIcon(Feather.COLUMNS));
        menu.getStyleClass().addAll("flat", "button-icon");
        menu.accessibleTextProperty().bind(texts.text("diff.with"));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("diff.with"));
        menu.setTooltip(tooltip);
        menu.disableProperty().bind(Bindings.isEmpty(model.rows()));
        menu.setOnShowing(_ -> menu.getItems().setAll(comparisons()));
        menu.getItems().setAll(new MenuItem());
        return menu;
    }

    /// What the version that the window shows can be compared with.
    private List<MenuItem> comparisons() {
        return model.currentStep()
                .map(step -> new CompareMenu(model, comparing, texts).items(step))
                .orElse(List.of());
    }

    private MenuItem item(String name, ObservableBooleanValue can, Runnable action) {
        var item = new MenuItem();
        item.setId("versions-" + name);
        item.textProperty().bind(texts.text("versions." + name));
        item.disableProperty().bind(Bindings.not(can));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private FigureColumns heading() {
        var heading =
                new FigureColumns(
                        "version-heading",
                        head("versions.size"),
                        head("versions.zeros"),
                        head("versions.top1"),
                        head("versions.latency"));
        heading.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        heading.managedProperty().bind(heading.visibleProperty());
        return heading;
    }

    private Label head(String key) {
        var label = new Label();
        label.textProperty().bind(texts.text(key));
        return label;
    }

    private ListView<VersionRow> list() {
        list.setId("versions-list");
        list.getStyleClass().addAll("version-list", "edge-to-edge");
        list.accessibleTextProperty().bind(texts.text("versions.title"));
        list.setItems(model.rows());
        list.setCellFactory(_ -> new VersionCell(texts));
        var menu = new ContextMenu(new MenuItem());
        menu.setOnShowing(_ -> menu.getItems().setAll(comparisons()));
        list.setContextMenu(menu);
        list.setPlaceholder(
                new EmptyState(
                        Feather.LAYERS,
                        texts.text("versions.empty"),
                        texts.text("versions.empty.hint")));
        texts.messagesProperty().subscribe(list::refresh);
        model.rows().addListener((ListChangeListener<VersionRow>) _ -> follow());
        // The index, not the item: a new row in the place of an old one is no choice of anybody.
        list.getSelectionModel().selectedIndexProperty().subscribe(this::choose);
        follow();
        return list;
    }

    private void choose(Number index) {
        int step = index.intValue();
        if (step >= 0 && !following && !model.currentStep().equals(Optional.of(step))) {
            model.show(step);
        }
    }

    /// Selects the version that the window shows.
    private void follow() {
        following = true;
        model.currentStep().ifPresent(step -> list.getSelectionModel().select((int) step));
        following = false;
    }
}
