package dev.lathe.model.format;

import dev.lathe.model.graph.ModelFormat;
import java.util.List;
import java.util.regex.Pattern;

/// How model files are usually called. What a file holds is told by its content alone; names only
/// help people to find files and to call new ones.
public final class ModelFileNames {
    /// Patterns of the names of files that can be opened.
    public static final List<String> PATTERNS =
            List.of(
                    "*.onnx",
                    "*.ort",
                    "*.tflite",
                    "*.lite",
                    "*.textproto",
                    "*.pbtxt",
                    "*.onnxtxt",
                    "*.gz");

    private static final Pattern ENDING =
            Pattern.compile(
                    "\\.(onnx|ort|tflite|lite|textproto|pbtxt|onnxtxt)(\\.gz)?$",
                    Pattern.CASE_INSENSITIVE);

    private ModelFileNames() {}

    /// A file's name without the ending that tells the format.
    public static String stem(String fileName) {
        return ENDING.matcher(fileName).replaceFirst("");
    }

    /// A name for the file of an edited model: never that of the file that it was read from. A
    /// model in ONNX Runtime's own format becomes an ONNX model when it is edited.
    public static String edited(String fileName, ModelFormat format) {
        var ending = format == ModelFormat.TFLITE ? format.extension() : "onnx";
        return stem(fileName) + "-edited." + ending;
    }
}
