package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Oddities;

/// An operator that a file uses.
///
/// @param name that of the schema, or for a custom operator its own
/// @param version of the operator; it rises when an operator gets new parameters
record OperatorCode(String name, int version, boolean isCustom) {
    private static final int NARROW_CODE = 0;
    private static final int CUSTOM_CODE = 1;
    private static final int VERSION = 2;
    private static final int WIDE_CODE = 3;

    /// The operator that a table states. The code is in a byte, in files since 2020 also in a wider
    /// field; the larger of the two holds (LiteRT `schema_utils.cc`, GetBuiltinCode).
    static OperatorCode of(FlatTable table, Oddities oddities) throws DamagedFlatbufferException {
        int code = Math.max(table.int8(NARROW_CODE), table.int32(WIDE_CODE, 0));
        int version = table.int32(VERSION, 1);
        if (code == OperatorNames.CUSTOM) {
            var name = table.string(CUSTOM_CODE);
            return new OperatorCode(name.isEmpty() ? "CUSTOM" : name, version, true);
        }
        if (!OperatorNames.isKnown(code)) {
            oddities.add(
                    "unknown-operator",
                    "The file uses built-in operator " + code + ", which is not known here.");
        }
        return new OperatorCode(OperatorNames.of(code), version, false);
    }
}
