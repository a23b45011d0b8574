package dev.lathe.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void survivesTheWire() throws Exception {
        JsonObject header =
                JsonObject.EMPTY
                        .with("text", "größer \"als\"\n")
                        .with("number", Long.MIN_VALUE)
                        .withNumbers("numbers", List.of(1L, -2L))
                        .withStrings("strings", List.of("a", ""))
                        .with("object", JsonObject.EMPTY.with("inner", 1));
        byte[] payload = new byte[200_000];
        Arrays.fill(payload, (byte) 7);

        Frame read =
                reader(write(new Frame(header, List.of(ByteBuffer.wrap(payload))))).read().get();

        assertThat(read.header().toString()).isEqualTo(header.toString());
        assertThat(read.onlyPayload().array()).isEqualTo(payload);
    }

    @Test
    void carriesTensorsAtAlignedPlaces() throws Exception {
        List<WireTensor> tensors =
                List.of(
                        new WireTensor("a", 1, List.of(1L, 3L), bytes(12)),
                        new WireTensor("empty", 7, List.of(0L), bytes(0)),
                        new WireTensor("b", 2, List.of(), bytes(1)));

        Frame read = reader(write(WireTensor.frame(JsonObject.EMPTY, tensors))).read().get();

        assertThat(read.payloadBytes()).isEqualTo(128);
        assertThat(WireTensor.of(read))
                .extracting(WireTensor::name, t -> t.sizes(), t -> t.elements().remaining())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", List.of(1L, 3L), 12),
                        org.assertj.core.groups.Tuple.tuple("empty", List.of(0L), 0),
                        org.assertj.core.groups.Tuple.tuple("b", List.of(), 1));
    }

    @Test
    void endsWhereTheStreamEnds() throws Exception {
        assertThat(reader(new byte[0]).read()).isEqualTo(Optional.empty());
    }

    @Test
    void refusesGarbage() {
        assertThatThrownBy(() -> reader("hello, world".getBytes(StandardCharsets.UTF_8)).read())
                .isInstanceOf(ProtocolException.class)
                .hasMessage("the bytes are no frame: hell");
    }

    @Test
    void refusesAFrameThatIsCutOff() throws Exception {
        byte[] whole = write(new Frame(JsonObject.EMPTY.with("a", 1), List.of(bytes(100))));

        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> reader(part).read()).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void refusesLengthsThatNoFrameHas() {
        ByteBuffer start = ByteBuffer.allocate(16);
        start.putInt(FrameWriter.MAGIC).putInt(-1).putLong(Long.MAX_VALUE);

        assertThatThrownBy(() -> reader(start.array()).read())
                .isInstanceOf(ProtocolException.class)
                .hasMessage("a frame's lengths are out of range");
    }

    @Test
    void refusesAHeaderThatIsNotJson() {
        ByteBuffer start = ByteBuffer.allocate(19);
        start.putInt(FrameWriter.MAGIC).putInt(3).putLong(0).put(new byte[] {'{', 'a', '}'});

        assertThatThrownBy(() -> reader(start.array()).read())
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith("a frame's header is not JSON");
    }

    @Test
    void refusesTensorsThatThePayloadDoesNotHold() {
        JsonObject entry =
                JsonObject.EMPTY
                        .with("name", "x")
                        .with("type", 1)
                        .withNumbers("sizes", List.of(4L))
                        .with("bytes", 16);
        Frame frame = new Frame(JsonObject.EMPTY.withObjects("tensors", List.of(entry)));

        assertThatThrownBy(() -> WireTensor.of(frame)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void keepsSettingsOnTheWire() throws Exception {
        SessionSettings settings =
                new SessionSettings(
                        3, SessionSettings.Profiling.ON, Optimization.NONE, Map.of("key", "value"));

        assertThat(SessionSettings.of(settings.toJson())).isEqualTo(settings);
        assertThat(TimingPlan.of(new TimingPlan(1, 2, 3, 4, 5).toJson()))
                .isEqualTo(new TimingPlan(1, 2, 3, 4, 5));
    }

    private static byte[] write(Frame frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrameWriter(out).write(frame);
        return out.toByteArray();
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes), ByteBuffer::allocate);
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.wrap(new byte[count]);
    }
}
