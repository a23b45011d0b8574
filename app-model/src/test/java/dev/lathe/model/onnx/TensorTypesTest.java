package dev.lathe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.TensorProto;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which typed field holds which type, and how: the comments of `TensorProto` in `onnx.proto`.
class TensorTypesTest {
    @TempDir Path folder = Path.of("");

    @Test
    void readsEveryTypeOfThe32BitField() throws Exception {
        assertThat(ints(DataType.INT32, 1, -2)).containsExactly(1, 0, 0, 0, -2, -1, -1, -1);
        assertThat(ints(DataType.INT16, -2)).containsExactly(-2, -1);
        assertThat(ints(DataType.UINT16, 65534)).containsExactly(-2, -1);
        assertThat(ints(DataType.INT8, -2)).containsExactly(-2);
        assertThat(ints(DataType.UINT8, 254)).containsExactly(-2);
        assertThat(ints(DataType.BOOL, 1, 0)).containsExactly(1, 0);
        assertThat(ints(DataType.FLOAT16, 0x3c00)).containsExactly(0, 0x3c);
        assertThat(ints(DataType.BFLOAT16, 0x3f80)).containsExactly(-128, 0x3f);
        for (DataType type :
                new DataType[] {
                    DataType.FLOAT8E4M3FN,
                    DataType.FLOAT8E4M3FNUZ,
                    DataType.FLOAT8E5M2,
                    DataType.FLOAT8E5M2FNUZ,
                    DataType.FLOAT8E8M0
                }) {
            assertThat(ints(type, 0x38, 0xff)).containsExactly(0x38, -1);
        }
    }

    @Test
    void readsPackedTypes() throws Exception {
        for (DataType type : new DataType[] {DataType.INT4, DataType.UINT4, DataType.FLOAT4E2M1}) {
            assertThat(packed(type, 3, 0xf1, 0x03)).containsExactly((byte) 0xf1, 3);
        }
        assertThat(packed(DataType.INT2, 5, 0x1b, 0x02)).containsExactly(0x1b, 2);
        assertThat(packed(DataType.UINT2, 5, 0x1b, 0x02)).containsExactly(0x1b, 2);
    }

    @Test
    void packsSixBitElementsOfTheTypedField() throws Exception {
        // x0=8, x1=0, x2=8, x3=0, x4=8, as the ONNX Python tools pack them
        assertThat(packed(DataType.FLOAT6E2M3, 5, 8, 0, 8, 0, 8))
                .containsExactly(0x08, (byte) 0x80, 0x00, 0x08);
        assertThat(packed(DataType.FLOAT6E3M2, 5, 63, 63, 63, 63, 63))
                .containsExactly(-1, -1, -1, 0x3f);
    }

    @Test
    void readsComplexUnsignedAndDoubleNumbers() throws Exception {
        var complex = proto(DataType.COMPLEX64, 1).addFloatData(1).addFloatData(2);
        var wide = proto(DataType.COMPLEX128, 1).addDoubleData(1).addDoubleData(2);
        var unsigned = proto(DataType.UINT32, 1).addUint64Data(0xffff_fffeL);
        var large = proto(DataType.UINT64, 1).addUint64Data(-2);
        var longs = proto(DataType.INT64, 1).addInt64Data(-2);
        var doubles = proto(DataType.DOUBLE, 1).addDoubleData(1);

        assertThat(bytes(read(complex))).containsExactly(0, 0, -128, 63, 0, 0, 0, 64);
        assertThat(bytes(read(wide))).hasSize(16);
        assertThat(bytes(read(unsigned))).containsExactly(-2, -1, -1, -1);
        assertThat(bytes(read(large))).containsExactly(-2, -1, -1, -1, -1, -1, -1, -1);
        assertThat(bytes(read(longs))).containsExactly(-2, -1, -1, -1, -1, -1, -1, -1);
        assertThat(bytes(read(doubles))).containsExactly(0, 0, 0, 0, 0, 0, -16, 63);
    }

    @Test
    void readsStringsThatAreNoText() throws Exception {
        var tensor =
                read(
                        proto(DataType.STRING, 1)
                                .addStringData(
                                        com.google.protobuf.ByteString.copyFrom(new byte[] {-1})));

        assertThat(tensor.content()).isEqualTo(new Strings(java.util.List.of(new byte[] {-1})));
    }

    private byte[] ints(DataType type, int... elements) throws Exception {
        return packed(type, elements.length, elements);
    }

    private byte[] packed(DataType type, long elements, int... entries) throws Exception {
        var proto = proto(type, elements);
        for (int entry : entries) {
            proto.addInt32Data(entry);
        }
        return bytes(read(proto));
    }

    private static TensorProto.Builder proto(DataType type, long elements) {
        return TensorProto.newBuilder().setName("w").setDataType(type.code()).addDims(elements);
    }

    private Tensor read(TensorProto.Builder tensor) throws Exception {
        var graph = GraphProto.newBuilder().addInitializer(tensor);
        var file = OnnxFiles.write(folder.resolve("model.onnx"), graph);
        OnnxFiles.edited(file, folder.resolve("edited.onnx"));
        var read = OnnxFiles.initializer(OnnxReader.read(file), "w");
        assertThat(OnnxFiles.initializer(OnnxReader.read(folder.resolve("edited.onnx")), "w"))
                .isEqualTo(read);
        return read;
    }

    private static byte[] bytes(Tensor tensor) {
        return tensor.bytes().orElseThrow().toArray(ValueLayout.JAVA_BYTE);
    }
}
