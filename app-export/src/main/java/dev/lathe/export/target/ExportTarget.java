package dev.lathe.export.target;

import java.util.Arrays;
import java.util.Optional;

/// The runtimes that a package can be made for.
public enum ExportTarget {
    ONNX("onnx", "ONNX Runtime");

    private final String word;
    private final String runtime;

    ExportTarget(String word, String runtime) {
        this.word = word;
        this.runtime = runtime;
    }

    /// The target with a word.
    public static Optional<ExportTarget> ofWord(String word) {
        return Arrays.stream(values()).filter(target -> target.word.equals(word)).findFirst();
    }

    /// The word that names it on the command line and in packages.
    public String word() {
        return word;
    }

    /// The name of the runtime.
    public String runtime() {
        return runtime;
    }
}
