package dev.lathe.runner;

/// The runtimes that a runner has.
public enum RuntimeKind {
    /// ONNX Runtime, for ONNX files and those in its own form.
    ORT,
    /// TensorFlow Lite.
    TFLITE;

    static RuntimeKind of(String name) throws ProtocolException {
        for (RuntimeKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new ProtocolException("the runtime " + name + " is not known");
    }
}
