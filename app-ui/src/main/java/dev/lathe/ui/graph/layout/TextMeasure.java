package dev.lathe.ui.graph.layout;

/// How wide texts are. Implementations may be used by several threads at once.
@FunctionalInterface
public interface TextMeasure {

    /// The width of a text in units of the picture.
    double width(String text, TextRole role);

    /// The text, or as much of its beginning as fits a width with an ellipsis after it.
    default String cut(String text, TextRole role, double width) {
        if (width(text, role) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(text.substring(0, middle) + "…", role) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
            low--;
        }
        return text.substring(0, low).stripTrailing() + "…";
    }
}
