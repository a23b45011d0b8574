package dev.lathe.ui.graph.search;

import dev.lathe.ui.text.Texts;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/// What a query can be made of, with an example of each that a click tries.
final class QueryHelp {
    /// What an example is about.
    private enum Example {
        WORDS("conv relu"),
        EXACT("\"conv1\""),
        EITHER("conv|gemm"),
        NOT("conv -relu"),
        OP("op:Conv"),
        NAME("name:layers.1"),
        IN("in:weight"),
        OUT("out:logits"),
        SHAPE("shape:1x64"),
        DTYPE("dtype:int8"),
        ATTR("attr:group>1"),
        SCOPE("scope:then_branch"),
        GROUP("group:encoder"),
        RE("/^conv\\d+$/");

        private final String query;

        Example(String query) {
            this.query = query;
        }
    }

    private QueryHelp() {}

    /// An example of a key: `op:Conv`.
    static String example(String key) {
        return Arrays.stream(Example.values())
                .filter(e -> e.name().equalsIgnoreCase(key))
                .map(e -> e == Example.RE ? "re:^conv" : e.query)
                .findFirst()
                .orElse("");
    }

    /// A list of examples that opens beside a button.
    ///
    /// @param onTry given the example that was clicked
    static PopOver popOver(Button owner, Texts texts, Consumer<String> onTry) {
        var popOver = new PopOver();
        popOver.setArrowLocation(ArrowLocation.TOP_RIGHT);
        popOver.setHeaderAlwaysVisible(false);
        popOver.setDetachable(false);
        popOver.setContentNode(
                content(
                        texts,
                        query -> {
                            popOver.hide();
                            onTry.accept(query);
                        }));
        owner.setOnAction(_ -> popOver.show(owner));
        return popOver;
    }

    private static Region content(Texts texts, Consumer<String> onTry) {
        var grid = new GridPane();
        grid.getStyleClass().add("search-examples");
        for (Example example : Example.values()) {
            var link = new Hyperlink(example.query);
            link.getStyleClass().add("search-example");
            link.setMinWidth(Region.USE_PREF_SIZE);
            link.setOnAction(_ -> onTry.accept(example.query));
            var meaning = new Label();
            meaning.setWrapText(true);
            meaning.setMinHeight(Region.USE_PREF_SIZE);
            meaning.textProperty().bind(meaning(example, texts));
            link.accessibleTextProperty()
                    .bind(meaning.textProperty().map(m -> example.query + ", " + m));
            grid.addRow(grid.getRowCount(), link, meaning);
        }
        var keys = new Label();
        keys.getStyleClass().add("search-keys");
        keys.setWrapText(true);
        keys.setMinHeight(Region.USE_PREF_SIZE);
        keys.textProperty().bind(texts.text("graph.search.help.keys"));
        var content = new VBox(grid, keys);
        content.setId("graph-search-words");
        content.getStyleClass().add("search-help");
        return content;
    }

    private static ObservableValue<String> meaning(Example example, Texts texts) {
        return switch (example) {
            case WORDS -> texts.text("graph.search.help.words");
            case EXACT -> texts.text("graph.search.help.exact");
            case EITHER -> texts.text("graph.search.help.either");
            case NOT -> texts.text("graph.search.help.not");
            case OP -> texts.text("graph.search.help.op");
            case NAME -> texts.text("graph.search.help.name");
            case IN -> texts.text("graph.search.help.in");
            case OUT -> texts.text("graph.search.help.out");
            case SHAPE -> texts.text("graph.search.help.shape");
            case DTYPE -> texts.text("graph.search.help.dtype");
            case ATTR -> texts.text("graph.search.help.attr");
            case SCOPE -> texts.text("graph.search.help.scope");
            case GROUP -> texts.text("graph.search.help.group");
            case RE -> texts.text("graph.search.help.re");
        };
    }
}
