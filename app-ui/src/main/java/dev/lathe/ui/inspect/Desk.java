package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Node;
import dev.lathe.model.outline.Scope;
import dev.lathe.resources.operator.OperatorBook;
import dev.lathe.ui.inspect.LayerLinks.Target;
import dev.lathe.ui.inspect.tensor.TensorDesk;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.OperatorKind;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;

/// What the pages of the inspector share.
///
/// @param go looks at something else
/// @param looking the path of the graph that is looked at by itself
/// @param explains whether what parameters mean is unfolded
record Desk(
        Texts texts,
        ObservableValue<KindPalette> palette,
        OperatorBook book,
        TensorDesk tensors,
        QuantizationLoader quantization,
        ObservableValue<String> looking,
        BooleanProperty explains,
        Consumer<Subject> go) {

    /// Links to layers of a graph.
    LayerLinks links(Scope scope, List<Node> nodes) {
        return links(nodes.stream().map(node -> target(scope, node)).toList());
    }

    LayerLinks links(List<Target> targets) {
        return new LayerLinks(targets, palette.getValue(), go);
    }

    /// What leads to a layer. The graph that is looked at stays if the layer is in it.
    Target target(Scope scope, Node node) {
        return new Target(
                Subject.layer(scope.id(node), view(scope)),
                scope.graph().layerName(node),
                OperatorKind.of(node));
    }

    /// The graph to look at so that what is in another graph is in view.
    String view(Scope scope) {
        var now = looking.getValue();
        return now.isEmpty()
                        || scope.path().equals(now)
                        || scope.path().startsWith(now + Scope.SEPARATOR)
                ? now
                : scope.path();
    }
}
