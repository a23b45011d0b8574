package dev.lathe.model.onnx;

/// Where the weights of a model go when it is written.
public enum WeightStorage {
    /// Where they were: into the model, or into a data file if the model came with one or is larger
    /// than the 2 GiB that one ONNX file can hold.
    AS_READ,
    /// Into a data file beside the model.
    EXTERNAL
}
