package dev.lathe.model.graph;

import java.util.Arrays;

/// What a file holds about an element beyond the fields that Lathe models, in the file's own
/// encoding, kept so that writing it again loses nothing.
public final class Extras {

    /// Nothing beyond the modelled fields.
    public static final Extras NONE = new Extras(new byte[0]);

    private final byte[] bytes;

    private Extras(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Extras in the encoding of the file format that they came from.
    public static Extras of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new Extras(bytes.clone());
    }

    /// A copy of the encoded bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Extras that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Extras[" + bytes.length + " bytes]";
    }
}
