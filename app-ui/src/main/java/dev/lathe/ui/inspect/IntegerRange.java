package dev.lathe.ui.inspect;

import dev.lathe.model.graph.DataType;
import java.util.Optional;

/// The integers that a type can hold.
record IntegerRange(long lowest, long highest) {

    /// The range of a type of at most 32 bits; empty for types that are no integers.
    static Optional<IntegerRange> of(DataType type) {
        return switch (type) {
            case UINT2, UINT4, UINT8, UINT16, UINT32 ->
                    Optional.of(new IntegerRange(0, (1L << type.bits()) - 1));
            case INT2, INT4, INT8, INT16, INT32 ->
                    Optional.of(
                            new IntegerRange(
                                    -(1L << (type.bits() - 1)), (1L << (type.bits() - 1)) - 1));
            default -> Optional.empty();
        };
    }
}
