package dev.lathe.ui.inspect.tensor;

/// How the elements of a quantized tensor are looked at.
enum Reading {
    /// The integers that are stored.
    STORED,
    /// The real numbers that they stand for.
    REAL;

    String messageKey() {
        return switch (this) {
            case STORED -> "tensor.reading.stored";
            case REAL -> "tensor.reading.real";
        };
    }
}
