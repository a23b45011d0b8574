package dev.lathe.ui.graph.layout;

import dev.lathe.ui.theme.OperatorKind;
import java.util.List;

/// A box of the picture before it has a place. Its texts are already cut to fit.
///
/// @param name the layer name of a node, the value of an input or output; of a stub the name of
///   what makes its value
/// @param outputs the values that leave it and are read
public record PictureBox(
        BoxRole role,
        String name,
        OperatorKind kind,
        String title,
        List<BoxLine> lines,
        List<OutputPort> outputs,
        double width,
        double height) {
    public PictureBox {
        lines = List.copyOf(lines);
        outputs = List.copyOf(outputs);
    }
}
