package dev.lathe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class NpyTest {

    @Test
    void survivesARoundTrip() throws Exception {
        var matrix = Tensor.ofFloats("m", new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        var scalar = Tensor.ofLongs("s", new long[] {-7});
        var flags = Tensor.ofBytes("f", DataType.BOOL, new byte[] {1, 0}, 2);

        for (Tensor tensor : new Tensor[] {matrix, scalar, flags}) {
            var read = Npy.decode(tensor.name(), Npy.encode(tensor));

            assertThat(read.type()).isEqualTo(tensor.type());
            assertThat(read.sizes()).isEqualTo(tensor.sizes());
            assertThat(read.bytes().orElseThrow().mismatch(tensor.bytes().orElseThrow()))
                    .isEqualTo(-1);
        }
    }

    @Test
    void writesTheHeaderThatNumpyWrites() throws Exception {
        byte[] numpy = Files.readAllBytes(Fixtures.file("planes.npy"));

        assertThat(Npy.encode(Npy.decode("planes", numpy))).isEqualTo(numpy);
    }

    @Test
    void refusesWhatIsNoArray() {
        byte[] text = "hello, this is a text".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> Npy.decode("x", text))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Cannot read the array 'x': it does not start as a NumPy array does");
        assertThat(Npy.canHold(DataType.BFLOAT16)).isFalse();
    }
}
