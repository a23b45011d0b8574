package dev.lathe.export.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// Compares what is written to it with what another stream holds.
final class ComparingStream extends OutputStream {
    private final InputStream expected;
    private boolean isSame = true;

    ComparingStream(InputStream expected) {
        this.expected = expected;
    }

    @Override
    public void write(int value) throws IOException {
        isSame &= expected.read() == (value & 0xFF);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] wanted = expected.readNBytes(length);
        isSame &= Arrays.equals(wanted, 0, wanted.length, bytes, offset, offset + length);
    }

    /// Whether all that was written is all that the other stream holds.
    boolean isSame() throws IOException {
        return isSame && expected.read() < 0;
    }
}
