package dev.lathe.profiler.runner;

import java.util.regex.Pattern;

/// Turns messages of ONNX Runtime into a clause for people: one line, without source files, error
/// codes and advice that is not ours.
final class RuntimeWords {
    private static final Pattern CODE = Pattern.compile("^Error code - \\w+ - message: ");
    private static final Pattern LOADING =
            Pattern.compile("Load model from .*?\\.\\w+ (failed: ?)?");
    private static final Pattern SOURCE =
            Pattern.compile("\\S*/\\S+\\.(cc|h):\\d+ (\\S+ )?.*?\\) ?(?=\\S)");
    private static final Pattern SHORT_SOURCE = Pattern.compile("\\S+\\.(cc|h):\\d+ \\w+ ");
    private static final Pattern ADVICE =
            Pattern.compile("\\s*Please fix either the inputs/outputs or the model\\.?");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MAX_LENGTH = 400;

    private RuntimeWords() {}

    static String clause(String message) {
        var text = SPACE.matcher(message).replaceAll(" ").strip();
        text = CODE.matcher(text).replaceFirst("");
        text = LOADING.matcher(text).replaceFirst("");
        text = SOURCE.matcher(text).replaceAll("");
        text = SHORT_SOURCE.matcher(text).replaceAll("");
        text = ADVICE.matcher(text).replaceAll("");
        text = text.strip();
        if (text.length() > MAX_LENGTH) {
            text = text.substring(0, MAX_LENGTH) + "…";
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
