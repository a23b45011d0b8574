package dev.lathe.ui.graph.layout;

import dev.lathe.ui.theme.OperatorKind;
import java.util.List;
import java.util.Optional;

/// A box of the picture before it has a place. Its texts are already cut to fit.
///
/// @param name the layer name of a node, the value of an input or output; of a stub the name of
///   what makes its value
/// @param outputs the values that leave it and are read; of a frame those of the exits of its
///   content, if it has any
/// @param content what an open box holds; it has no size before it is laid out
public record PictureBox(
        BoxRole role,
        String name,
        OperatorKind kind,
        String title,
        List<BoxLine> lines,
        List<OutputPort> outputs,
        double width,
        double height,
        Optional<GraphPicture> content) {
    public PictureBox {
        lines = List.copyOf(lines);
        outputs = List.copyOf(outputs);
    }

    /// A box that holds no others.
    public PictureBox(
            BoxRole role,
            String name,
            OperatorKind kind,
            String title,
            List<BoxLine> lines,
            List<OutputPort> outputs,
            double width,
            double height) {
        this(role, name, kind, title, lines, outputs, width, height, Optional.empty());
    }

    /// This box with the size that its content needs, and without the content.
    PictureBox closed(double otherWidth, double otherHeight) {
        return new PictureBox(role, name, kind, title, lines, outputs, otherWidth, otherHeight);
    }
}
