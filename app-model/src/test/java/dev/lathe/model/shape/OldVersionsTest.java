package dev.lathe.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Operators as earlier versions of the operator set had them (ONNX, docs/Changelog.md).
class OldVersionsTest {

    /// Input `x (2×3×4×5)`, `b (3)`; attributes as `name=value`, lists with commas, reals with a
    /// dot.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1  | Reshape x          | shape=0,-1,5                       | float32 2×12×5
                    1  | Concat x,x         |                                    | float32 2×6×4×5
                    1  | Split x            | axis=1 split=1,2                   | float32 2×1×4×5
                    1  | Slice x            | starts=0,1 ends=2,-1 axes=1,3      | float32 2×2×4×3
                    1  | Squeeze s          | axes=0                             | float32 3
                    1  | Unsqueeze b        | axes=0,2                           | float32 1×3×1
                    1  | Pad x              | paddings=0,0,1,2,0,0,1,2           | float32 2×3×6×9
                    2  | Pad x              | pads=0,0,1,2,0,0,1,2               | float32 2×3×6×9
                    1  | Upsample x         | height_scale=2.0 width_scale=3.0   | float32 2×3×8×15
                    7  | Upsample x         | scales=1.0,1.0,2.0,2.0             | float32 2×3×8×10
                    9  | Upsample x,scales  |                                    | float32 2×3×8×10
                    10 | Resize x,scales    |                                    | float32 2×3×8×10
                    1  | TopK x             | k=2 axis=2                         | float32 2×3×2×5
                    1  | Cast x             | to=INT64                           | int64 2×3×4×5
                    1  | Clip x             | min=0.0 max=6.0                    | float32 2×3×4×5
                    1  | Add x,b            | broadcast=1 axis=1                 | float32 2×3×4×5
                    6  | Mul x,b            | broadcast=1 axis=1                 | float32 2×3×4×5
                    1  | Less x,b           | broadcast=1 axis=1                 | bool 2×3×4×5
                    1  | Gemm m,n           | broadcast=1                        | float32 2×4
                    1  | Dropout x          | is_test=1                          | float32 2×3×4×5
                    1  | ReduceSum x        | axes=1,-1 keepdims=0               | float32 2×4
                    11 | ReduceMean x       | axes=2,3                           | float32 2×3×1×1
                    1  | ArgMax x           | axis=1 keepdims=0                  | int64 2×4×5
                    1  | MaxPool x          | kernel_shape=2,2                   | float32 2×3×3×4
                    1  | GlobalAveragePool x|                                    | float32 2×3×1×1
                    1  | Flatten x          |                                    | float32 2×60
                    1  | Softmax x          |                                    | float32 2×3×4×5
                    1  | Hardmax x          | axis=1                             | float32 2×3×4×5
                    1  | Crop x             | border=1,1,1,1                     | float32 2×3×2×3
                    1  | ConstantFill       | shape=2,7                          | float32 2×7
                    """)
    void infersWhatTheVersionSays(long opset, String call, String attributes, String expected) {
        assertThat(infer(opset, call, attributes == null ? "" : attributes)).isEqualTo(expected);
    }

    @Test
    void givesAMaskOfTheDataTypeBeforeVersionTen() {
        var dropout = Node.of("", "Dropout", List.of("x"), List.of("y", "mask"));

        assertThat(TestModel.ofOpset(7).input("x", "2 3").node(dropout).infer("mask"))
                .isEqualTo("float32 2×3");
        assertThat(TestModel.ofOpset(12).input("x", "2 3").node(dropout).infer("mask"))
                .isEqualTo("bool 2×3");
    }

    private static String infer(long opset, String call, String attributes) {
        var words = call.trim().split(" +", -1);
        var inputs = words.length > 1 ? List.of(words[1].split(",", -1)) : List.<String>of();
        var parsed = new ArrayList<Attribute>();
        for (String attribute : attributes.isBlank() ? new String[0] : attributes.split(" ", -1)) {
            parsed.add(parse(attribute));
        }
        return TestModel.ofOpset(opset)
                .input("x", "2 3 4 5")
                .input("b", "3")
                .input("s", "1 3")
                .input("m", "2 3")
                .input("n", "3 4")
                .constant(Tensor.ofFloats("scales", new float[] {1, 1, 2, 2}, 4))
                .node(Node.of("", words[0], inputs, List.of("y"), parsed.toArray(new Attribute[0])))
                .infer("y");
    }

    private static Attribute parse(String attribute) {
        int equals = attribute.indexOf('=');
        var name = attribute.substring(0, equals);
        var text = attribute.substring(equals + 1);
        if (Character.isLetter(text.charAt(0))) {
            return Attribute.of(name, text);
        }
        var parts = text.split(",", -1);
        if (text.contains(".")) {
            var reals = Arrays.stream(parts).map(Float::parseFloat).toList();
            return reals.size() == 1
                    ? Attribute.of(name, reals.getFirst())
                    : new Attribute(name, new FloatsValue(reals));
        }
        boolean single = parts.length == 1 && Stream.of("axes", "shape").noneMatch(name::equals);
        return single
                ? Attribute.of(name, Long.parseLong(text))
                : new Attribute(
                        name, new IntsValue(Arrays.stream(parts).map(Long::parseLong).toList()));
    }
}
