package dev.lathe.model.graph;

/// The families of model files. A model keeps the format that it was read from when it is edited.
public enum ModelFormat {
    /// Open Neural Network Exchange: binary or text protobuf.
    ONNX("ONNX", "onnx"),
    /// ONNX Runtime's own flatbuffer form of an ONNX model. Its graph is an ONNX graph.
    ORT("ORT", "ort"),
    /// TensorFlow Lite, also called LiteRT. Its operators are of the domain {@link #TFLITE_DOMAIN}.
    TFLITE("TFLite", "tflite");

    /// The domain of the operators of TFLite models.
    public static final String TFLITE_DOMAIN = "tflite";

    private final String label;
    private final String extension;

    ModelFormat(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    /// The name as people write it.
    public String label() {
        return label;
    }

    /// The usual ending of file names, without the dot.
    public String extension() {
        return extension;
    }
}
