package dev.lathe.model.onnx;

/// Makes words from elsewhere fit into a sentence.
final class OneLine {
    private static final int MAX_LENGTH = 160;

    private OneLine() {}

    /// The text without line breaks and not too long.
    static String of(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
