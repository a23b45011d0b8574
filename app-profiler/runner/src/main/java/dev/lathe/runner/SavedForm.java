package dev.lathe.runner;

/// In which form ONNX Runtime saves a model that it has loaded.
public enum SavedForm {
    /// An ONNX file.
    ONNX,
    /// The runtime's own form.
    ORT;

    static SavedForm of(String name) {
        return name.equals(ORT.name()) ? ORT : ONNX;
    }
}
