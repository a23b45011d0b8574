package dev.lathe.profiler.runner;

import java.util.regex.Pattern;

/// Turns messages of the runtimes into a clause for people: one line, without source files, error
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
    private static final Pattern FOREIGN_OPERATOR =
            Pattern.compile("^.*Encountered unresolved custom op: (\\S+?)\\.?(;.*|\\s.*|$)");
    private static final Pattern CONDITION =
            Pattern.compile("\\S*/\\S+\\.(?:cc|h):\\d+ (.*?) was not true\\.?");
    private static final Pattern TFLITE_SOURCE =
            Pattern.compile("/\\S*/tensorflow/\\S+\\.(cc|h)(:\\d+)? ");
    private static final Pattern NODE =
            Pattern.compile("\\.?;? Node number (\\d+) \\((.+?)\\) failed to (prepare|invoke)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MAX_LENGTH = 400;

    private RuntimeWords() {}

    static String clause(String message) {
        var text = SPACE.matcher(message).replaceAll(" ").strip();
        var foreign = FOREIGN_OPERATOR.matcher(text);
        if (foreign.matches()) {
            return "its operator '"
                    + foreign.group(1)
                    + "' is not one of TensorFlow Lite's own; the model runs only on the device or"
                    + " with the library that it was made for";
        }
        text = CONDITION.matcher(text).replaceAll("it does not hold that $1");
        text = TFLITE_SOURCE.matcher(text).replaceAll("");
        text = NODE.matcher(text).replaceAll(" (operator $1, $2)");
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
