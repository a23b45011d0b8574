package dev.lathe.ui.compress;

import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.layer.LayerWeight;
import dev.lathe.model.layer.LayerWeights;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The layers that a compression can be made to, each taking part or not.
final class LayerItems {
    private final ObservableList<LayerItem> items =
            FXCollections.observableArrayList(item -> new Observable[] {item.includedProperty()});
    private final IntegerBinding included =
            Bindings.createIntegerBinding(
                    () -> (int) items.stream().filter(LayerItem::isIncluded).count(), items);

    /// All layers; hears when one is taken in or out.
    ObservableList<LayerItem> list() {
        return items;
    }

    /// How many layers take part.
    IntegerBinding includedCount() {
        return included;
    }

    /// Replaces the layers by those of a graph that have float32 weights. A layer that was left out
    /// and is still there stays out.
    void show(Graph graph) {
        var out = excluded();
        var found = new LinkedHashMap<String, LayerItem>();
        for (LayerWeight weight : LayerWeights.find(graph)) {
            var tensor = weight.tensor();
            if (tensor.type() == DataType.FLOAT && tensor.bytes().isPresent()) {
                found.merge(
                        weight.layer(),
                        new LayerItem(weight.layer(), weight.node().opType(), tensor.elements()),
                        LayerItems::joined);
            }
        }
        found.values().forEach(item -> item.includedProperty().set(!out.contains(item.name())));
        items.setAll(found.values());
    }

    void clear() {
        items.clear();
    }

    /// Leaves the named layers out.
    void exclude(Collection<String> names) {
        items.stream()
                .filter(item -> names.contains(item.name()))
                .forEach(item -> item.includedProperty().set(false));
    }

    void includeAll() {
        items.forEach(item -> item.includedProperty().set(true));
    }

    /// The names of the layers that take part.
    Set<String> includedNames() {
        return items.stream()
                .filter(LayerItem::isIncluded)
                .map(LayerItem::name)
                .collect(Collectors.toSet());
    }

    /// All layers but those that are left out.
    LayerSelection selection() {
        return new LayerSelection(List.of(), excluded());
    }

    private List<String> excluded() {
        return items.stream().filter(item -> !item.isIncluded()).map(LayerItem::name).toList();
    }

    private static LayerItem joined(LayerItem a, LayerItem b) {
        return new LayerItem(a.name(), a.op(), a.weights() + b.weights());
    }
}
