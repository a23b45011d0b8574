package dev.lathe.ui.graph.search;

import dev.lathe.model.search.SearchIndex.Coverage;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The search over a graph: the field, what is wrong with the query, and the list of what is found.
public final class SearchPane extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double WIDTH = 380;
    private static final double IDLE_WIDTH = 240;
    private static final double MARGIN = 24;
    private static final double MOST_OF_HEIGHT = 0.6;
    private static final double MOST_WHEN_NARROW = 0.4;

    /// A wider area beside this is enough to see the graph in.
    private static final double LEAST_BESIDE = 280;

    private static final double BORDERS = 2;

    private final ReadOnlyObjectWrapper<Insets> covered =
            new ReadOnlyObjectWrapper<>(this, "covered", Insets.EMPTY);
    private final SearchModel search;
    private final Texts texts;
    private final Runnable onLeave;
    private final SearchField field;
    private final ResultList list;
    private final Label note = new Label();
    private final VBox nothing = new VBox();

    /// @param onLeave called when the user is done with the search
    public SearchPane(
            SearchModel search,
            ObservableValue<KindPalette> palette,
            Texts texts,
            Runnable onLeave) {
        this.search = search;
        this.texts = texts;
        this.onLeave = onLeave;
        this.field = new SearchField(search, texts);
        this.list = new ResultList(search, palette, texts);
        getStyleClass().addAll("graph-bar", "graph-search");
        setPickOnBounds(false);
        note.setId("graph-search-note");
        note.getStyleClass().add("search-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        fillNothing();
        getChildren().setAll(field, note, nothing, list);
        for (Region part : new Region[] {note, nothing, list}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        search.resultProperty().subscribe(this::update);
        search.stateProperty().subscribe(this::update);
        texts.messagesProperty().subscribe(this::update);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        addEventFilter(KeyEvent.KEY_TYPED, this::type);
        addEventHandler(KeyEvent.KEY_PRESSED, SearchPane::keep);
        update();
    }

    /// Lies over a part of the window, never wider than it.
    public void fitInto(Region area) {
        var wanted =
                Bindings.when(search.stateProperty().isEqualTo(SearchState.IDLE))
                        .then(IDLE_WIDTH)
                        .otherwise(WIDTH);
        prefWidthProperty().bind(Bindings.min(wanted, area.widthProperty().subtract(MARGIN)));
        setMinWidth(0);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var rows =
                Bindings.createDoubleBinding(
                        () ->
                                search.resultProperty().get().hits().size() * ResultCell.HEIGHT
                                        + BORDERS,
                        search.resultProperty());
        var share =
                Bindings.when(area.widthProperty().lessThan(WIDTH + LEAST_BESIDE))
                        .then(MOST_WHEN_NARROW)
                        .otherwise(MOST_OF_HEIGHT);
        list.prefHeightProperty().bind(Bindings.min(rows, area.heightProperty().multiply(share)));
        list.setMinHeight(0);
        covered.bind(
                Bindings.createObjectBinding(
                        () -> cover(area.getWidth()),
                        area.widthProperty(),
                        widthProperty(),
                        heightProperty(),
                        search.stateProperty()));
    }

    /// How much of the area, from its sides, is under this while something is searched for.
    public ObservableValue<Insets> coveredProperty() {
        return covered.getReadOnlyProperty();
    }

    private Insets cover(double areaWidth) {
        if (search.stateProperty().get() == SearchState.IDLE) {
            return Insets.EMPTY;
        }
        boolean isNarrow = areaWidth < WIDTH + LEAST_BESIDE;
        return isNarrow
                ? new Insets(getHeight() + MARGIN / 2, 0, 0, 0)
                : new Insets(0, getWidth() + MARGIN / 2, 0, 0);
    }

    /// Lets the user type a query; the last one is there again.
    public void focus() {
        field.focus();
    }

    private void update() {
        var found = search.resultProperty().get();
        var state = search.stateProperty().get();
        boolean isDone = state == SearchState.DONE;
        list.setVisible(!found.hits().isEmpty());
        nothing.setVisible(isDone && found.hits().isEmpty() && found.problem().isEmpty());
        note.setText(isDone ? noteText() : preparing(state));
        note.setVisible(!note.getText().isEmpty());
        note.pseudoClassStateChanged(
                WRONG, isDone && found.problem().filter(p -> !Sentences.isHint(p)).isPresent());
    }

    private String noteText() {
        var problem = search.resultProperty().get().problem();
        if (problem.isPresent()) {
            return Sentences.of(problem.get(), texts);
        }
        return search.coverage() == Coverage.PARTIAL ? texts.now("graph.search.partial") : "";
    }

    private String preparing(SearchState state) {
        return state == SearchState.PREPARING ? texts.now("graph.search.preparing") : "";
    }

    private void fillNothing() {
        nothing.setId("graph-search-nothing");
        nothing.getStyleClass().add("search-nothing");
        var title = new Label();
        title.getStyleClass().add("search-nothing-title");
        title.textProperty().bind(texts.text("graph.search.none"));
        var hint = new Label();
        hint.getStyleClass().add("search-nothing-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.textProperty().bind(texts.text("graph.search.none.hint"));
        var more = new Hyperlink();
        more.textProperty().bind(texts.text("graph.search.none.more"));
        more.setOnAction(_ -> field.showHelp());
        nothing.getChildren().setAll(title, hint, more);
    }

    /// Keys that mean something here whatever has the focus.
    private void press(KeyEvent event) {
        boolean done =
                switch (event.getCode()) {
                    case ESCAPE -> leave();
                    case F3 -> step(event);
                    case F1 -> help();
                    case ENTER -> enter(event);
                    case DOWN, PAGE_DOWN -> field.isTyping() && intoList();
                    case UP -> up();
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    private boolean leave() {
        search.clear();
        onLeave.run();
        return true;
    }

    private boolean help() {
        field.showHelp();
        return true;
    }

    private boolean step(KeyEvent event) {
        if (event.isShiftDown()) {
            search.previous();
        } else {
            search.next();
        }
        return true;
    }

    private boolean enter(KeyEvent event) {
        if (list.isFocused()) {
            search.go();
            return true;
        }
        return field.isTyping() && step(event);
    }

    private boolean intoList() {
        if (list.isVisible()) {
            list.enter();
        }
        return true;
    }

    private boolean up() {
        if (list.isFocused() && list.isAtTop()) {
            field.focusEnd();
            return true;
        }
        return field.isTyping();
    }

    /// What is typed while the list has the focus goes into the field.
    private void type(KeyEvent event) {
        var typed = event.getCharacter();
        boolean isText =
                !typed.isEmpty()
                        && !Character.isISOControl(typed.charAt(0))
                        && !event.isShortcutDown()
                        && !event.isAltDown();
        if (list.isFocused() && isText) {
            field.append(typed);
            event.consume();
        }
    }

    /// Keeps keys from the graph, where they would pan and zoom.
    private static void keep(KeyEvent event) {
        boolean isForWindow =
                event.isShortcutDown()
                        || event.isControlDown()
                        || event.isAltDown()
                        || event.getCode() == KeyCode.TAB
                        || event.getCode().isFunctionKey();
        if (!isForWindow) {
            event.consume();
        }
    }
}
