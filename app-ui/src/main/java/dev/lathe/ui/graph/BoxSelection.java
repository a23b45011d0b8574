package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.PictureBox;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What is selected, as boxes of the picture.
final class BoxSelection {
    private final GraphViewModel model;
    private final BooleanProperty byKeys = new SimpleBooleanProperty(this, "byKeys");
    private Optional<Key> last = Optional.empty();

    /// What a box stands for: layers and groups have names of their own.
    record Key(String name, boolean isGroup) {
        static Key of(PictureBox box) {
            return new Key(box.name(), box.role().isGroup());
        }
    }

    /// Layers and groups.
    private record Chosen(Set<String> layers, Set<String> groups) {}

    BoxSelection(GraphViewModel model) {
        this.model = model;
    }

    /// Whether keys are used to select, so that it is to be seen what they act on.
    BooleanProperty byKeysProperty() {
        return byKeys;
    }

    boolean isEmpty() {
        return model.selectedLayers().isEmpty() && model.selectedGroups().isEmpty();
    }

    /// The selected boxes. A closed group that a selected layer is in is one of them.
    BitSet boxes() {
        var boxes = boxesOf(picture(), model.selectedLayers());
        for (String group : model.selectedGroups()) {
            picture().graph().boxOfGroup(group).ifPresent(boxes::set);
        }
        return boxes;
    }

    /// The boxes that show layers.
    static BitSet boxesOf(PictureIndex picture, Collection<String> layers) {
        var boxes = new BitSet();
        for (String layer : layers) {
            picture.graph().boxOf(layer).ifPresent(boxes::set);
        }
        return boxes;
    }

    /// The box that keys act on: the one selected last.
    OptionalInt cursor() {
        var at = last.filter(this::isSelected).map(this::boxOf).orElse(OptionalInt.empty());
        return at.isPresent() ? at : boxes().stream().findFirst();
    }

    /// Selects just these boxes.
    void only(IntStream boxes) {
        var chosen = choose(boxes);
        model.selectedGroups().retainAll(chosen.groups());
        model.selectedGroups().addAll(chosen.groups());
        model.selectOnly(chosen.layers());
    }

    /// Selects boxes beside those that are.
    void add(IntStream boxes) {
        var chosen = choose(boxes);
        model.selectedGroups().addAll(chosen.groups());
        model.selectedLayers().addAll(chosen.layers());
    }

    /// Adds a box to the selection or takes it away.
    void toggle(int box) {
        if (boxes().get(box)) {
            var chosen = choose(IntStream.of(box));
            model.selectedGroups().removeAll(chosen.groups());
            model.selectedLayers().removeAll(chosen.layers());
        } else {
            add(IntStream.of(box));
        }
    }

    void clear() {
        only(IntStream.empty());
    }

    /// Whether a box can be selected.
    static boolean isSelectable(PlacedBox box) {
        var role = box.box().role();
        return role.isLayer() || role.isGroup() || role == BoxRole.STUB;
    }

    private boolean isSelected(Key key) {
        return (key.isGroup() ? model.selectedGroups() : model.selectedLayers())
                .contains(key.name());
    }

    private OptionalInt boxOf(Key key) {
        var graph = picture().graph();
        return key.isGroup() ? graph.boxOfGroup(key.name()) : graph.boxOf(key.name());
    }

    private Chosen choose(IntStream boxes) {
        var chosen = new Chosen(new LinkedHashSet<>(), new LinkedHashSet<>());
        boxes.mapToObj(picture().graph().boxes()::get)
                .filter(BoxSelection::isSelectable)
                .map(box -> Key.of(box.box()))
                .filter(key -> boxOf(key).isPresent())
                .forEach(key -> {
                    (key.isGroup() ? chosen.groups() : chosen.layers()).add(key.name());
                    last = Optional.of(key);
                });
        return chosen;
    }

    private PictureIndex picture() {
        return model.pictureProperty().get();
    }
}
