package dev.lathe.runner;

/// How far ONNX Runtime rewrites a model while it loads it.
public enum Optimization {
    /// Not at all, beyond what it needs in order to run it.
    NONE,
    /// As far as it can; a saved model may then run on this kind of CPU only.
    ALL;

    static Optimization of(String name) {
        return name.equals(NONE.name()) ? NONE : ALL;
    }
}
