package dev.lathe.ui.inspect.tensor;

/// The ways in which the elements of a tensor are laid out before people.
enum TensorView {
    HEAT,
    TABLE;

    String messageKey() {
        return switch (this) {
            case HEAT -> "tensor.view.heat";
            case TABLE -> "tensor.view.table";
        };
    }
}
