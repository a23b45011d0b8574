package dev.lathe.ui.graph;

import dev.lathe.ui.text.Texts;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.collections.SetChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;

/// What a screen reader says of the graph: how large it is and what is selected.
final class GraphSpeech {
    private final GraphViewModel model;
    private final BoxSelection selection;
    private final Texts texts;

    private GraphSpeech(GraphViewModel model, BoxSelection selection, Texts texts) {
        this.model = model;
        this.selection = selection;
        this.texts = texts;
    }

    static void install(GraphView view, GraphViewModel model, BoxSelection selection, Texts texts) {
        var speech = new GraphSpeech(model, selection, texts);
        view.setAccessibleRole(AccessibleRole.NODE);
        view.accessibleRoleDescriptionProperty().bind(texts.text("graph.role"));
        view.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                speech::text,
                                model.pictureProperty(),
                                model.selectedLayers(),
                                model.selectedGroups(),
                                texts.messagesProperty()));
        SetChangeListener<String> announce =
                _ -> view.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        model.selectedLayers().addListener(announce);
        model.selectedGroups().addListener(announce);
    }

    private String text() {
        int nodes = model.pictureProperty().get().graph().nodes();
        int selected = model.selectedLayers().size() + model.selectedGroups().size();
        if (selected == 0) {
            return texts.now("graph.accessible", nodes);
        }
        var at = selection.cursor();
        return selected > 1 || at.isEmpty()
                ? texts.now("graph.accessible.selected", nodes, selected)
                : describe(at.getAsInt());
    }

    private String describe(int box) {
        var picture = model.pictureProperty().get();
        var text =
                PeekText.of(
                        picture,
                        new Pointed(OptionalInt.of(box), OptionalInt.empty()),
                        model.outlineProperty().get());
        return texts.now(
                "graph.accessible.box",
                text.title(),
                text.detail(),
                String.join(", ", text.inputs()),
                String.join(", ", text.outputs()),
                GraphReach.makers(picture, box).cardinality(),
                GraphReach.readers(picture, box).cardinality());
    }
}
