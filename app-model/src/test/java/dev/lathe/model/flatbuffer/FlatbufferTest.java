package dev.lathe.model.flatbuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.flatbuffer.FlatWriter.Table;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatbufferTest {

    @Test
    void readsFieldsByTheirNumber() throws Exception {
        var root =
                read(
                        Table.of(
                                (byte) 7,
                                null,
                                -5,
                                1L << 40,
                                1.5f,
                                "überall",
                                new int[] {1, 2},
                                new long[] {3},
                                new float[] {0.25f},
                                List.of("a", "b"),
                                List.of(Table.of(1), Table.of(2))));

        assertThat(root.int8(0)).isEqualTo((byte) 7);
        assertThat(root.has(1)).isFalse();
        assertThat(root.int32(1, 42)).isEqualTo(42);
        assertThat(root.int32(2, 0)).isEqualTo(-5);
        assertThat(root.int64(3, 0)).isEqualTo(1L << 40);
        assertThat(root.float32(4)).isEqualTo(1.5f);
        assertThat(root.string(5)).isEqualTo("überall");
        assertThat(root.ints(6)).containsExactly(1, 2);
        assertThat(root.longs(7)).containsExactly(3L);
        assertThat(root.floats(8)).containsExactly(0.25f);
        assertThat(root.strings(9)).containsExactly("a", "b");
        assertThat(root.tables(10)).hasSize(2);
        assertThat(root.tables(10).getLast().int32(0, 0)).isEqualTo(2);
    }

    @Test
    void givesDefaultsForFieldsThatNewerSchemasHave() throws Exception {
        var root = read(Table.of(1));

        assertThat(root.int32(9, 3)).isEqualTo(3);
        assertThat(root.string(9)).isEmpty();
        assertThat(root.tables(9)).isEmpty();
        assertThat(root.table(9)).isEmpty();
        assertThat(root.bytes(9, 1)).isEmpty();
    }

    @Test
    void refusesAnOffsetThatLeadsOutOfTheFile() {
        var bytes = FlatWriter.write("TEST", Table.of("text"));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 1 << 30);

        assertThatThrownBy(() -> new Flatbuffer(MemorySegment.ofArray(bytes)).root())
                .isInstanceOf(DamagedFlatbufferException.class);
    }

    @Test
    void refusesAListThatClaimsMoreThanTheFileHolds() throws Exception {
        var bytes = FlatWriter.write("TEST", Table.of(new int[] {1, 2}));
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(bytes.length - 12, Integer.MAX_VALUE);
        var root = new Flatbuffer(MemorySegment.ofArray(bytes)).root();

        assertThatThrownBy(() -> root.ints(0)).isInstanceOf(DamagedFlatbufferException.class);
    }

    @Test
    void refusesToReadTheSamePartsOverAndOver() throws Exception {
        var leaf = "x".repeat(100_000);
        var root = read(Table.of(Collections.nCopies(100_000, leaf)));

        assertThatThrownBy(() -> root.strings(0))
                .isInstanceOf(DamagedFlatbufferException.class)
                .hasMessage("it names more parts than it can hold");
    }

    @Test
    void refusesEveryCutOffFileOrReadsWhatIsThere() {
        var bytes = FlatWriter.write("TEST", Table.of("text", List.of(Table.of(1), Table.of("y"))));

        for (int length = 0; length < bytes.length; length++) {
            var cut = MemorySegment.ofArray(Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> readAll(cut)).isInstanceOf(DamagedFlatbufferException.class);
        }
    }

    private static void readAll(MemorySegment bytes) throws DamagedFlatbufferException {
        var root = new Flatbuffer(bytes).root();
        root.string(0);
        for (FlatTable table : root.tables(1)) {
            table.int32(0, 0);
        }
        root.tables(1).getLast().string(0);
    }

    private static FlatTable read(Table root) throws DamagedFlatbufferException {
        return new Flatbuffer(MemorySegment.ofArray(FlatWriter.write("TEST", root))).root();
    }
}
