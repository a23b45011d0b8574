package dev.lathe.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.onnx.OnnxReader;
import dev.lathe.model.onnx.proto.TensorProto;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("corpus")
class ShapeCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", ""));

    @ParameterizedTest
    @ValueSource(strings = {"mobilenet", "yolox", "mnist", "cifar10"})
    void knowsEveryShapeOfAnImageModel(String folder) throws Exception {
        for (Path file : onnxFiles(DATA.resolve("models").resolve(folder))) {
            var model = withoutStatements(OnnxReader.read(file));

            var types = ShapeInference.infer(model, ShapeInference.batchOfOne(model));

            assertThat(outputs(model))
                    .allSatisfy(name ->
                            assertThat(types.shape(name))
                                    .as("%s in %s", name, file)
                                    .hasValueSatisfying(
                                            shape -> assertThat(shape.isFixed()).isTrue()));
        }
    }

    @Test
    void contradictsNoExpectedOutput(TestReporter reporter) throws Exception {
        var tally = new Tally();
        for (Path file : onnxFiles(DATA.resolve("onnx-backend"))) {
            tally.add(file, OnnxReader.read(file));
        }

        reporter.publishEntry("fully known", tally.toString());
        assertThat(tally.wrong).isEmpty();
        assertThat(tally.known).isGreaterThan(tally.tensors * 83 / 100);
    }

    /// Where an output's shape depends on the elements of an input, the inputs of the test are
    /// given as constants.
    @Test
    void contradictsNoExpectedOutputOfKnownInputs(TestReporter reporter) throws Exception {
        var tally = new Tally();
        for (Path file : onnxFiles(DATA.resolve("onnx-backend"))) {
            tally.add(file, withKnownInputs(OnnxReader.read(file), file));
        }

        reporter.publishEntry("fully known with inputs", tally.toString());
        assertThat(tally.wrong).isEmpty();
        assertThat(tally.known).isGreaterThan(tally.tensors * 95 / 100);
    }

    /// How many expected outputs are known.
    private static final class Tally {
        private final List<String> wrong = new ArrayList<>();
        private int tensors;
        private int known;

        void add(Path file, ModelGraph model) throws IOException {
            var types = ShapeInference.infer(withoutStatements(model));
            for (int i = 0; i < model.graph().outputs().size(); i++) {
                var output = model.graph().outputs().get(i);
                var expected = tensorFile(file, "output_" + i);
                if (expected.isEmpty() || output.tensorType().isEmpty()) {
                    continue;
                }
                tensors++;
                var type = types.tensorType(output.name());
                if (type.isPresent() && contradicts(type.get(), expected.get())) {
                    wrong.add(file + ": " + type.get() + " for " + expected.get().getDimsList());
                } else if (types.shape(output.name()).filter(Shape::isFixed).isPresent()) {
                    known++;
                } else if (Boolean.getBoolean("lathe.listUnknown")) {
                    wrong.add(file + ": " + type);
                }
            }
        }

        @Override
        public String toString() {
            return known + " of " + tensors + " expected outputs";
        }
    }

    private static ModelGraph withKnownInputs(ModelGraph model, Path file) throws IOException {
        var editor = model.graph().edit();
        for (int i = 0; i < model.graph().inputs().size(); i++) {
            var input = model.graph().inputs().get(i);
            var proto = tensorFile(file, "input_" + i);
            var type = proto.flatMap(p -> DataType.ofCode(p.getDataType()));
            if (type.isPresent() && input.tensorType().isPresent()) {
                var bytes = MemorySegment.ofArray(proto.get().getRawData().toByteArray());
                var sizes = proto.get().getDimsList();
                editor.put(Tensor.of(input.name(), type.get(), sizes, bytes));
            }
        }
        return model.withGraph(editor.build());
    }

    @Test
    void infersAnythingWithoutThrowing() throws Exception {
        for (Path file : onnxFiles(DATA)) {
            try {
                ShapeInference.infer(withoutStatements(OnnxReader.read(file)));
            } catch (ModelFormatException e) {
                assertThat(e.getMessage()).contains("invalid");
            }
        }
    }

    private static boolean contradicts(TensorType type, TensorProto expected) {
        if (type.element().code() != expected.getDataType()) {
            return true;
        }
        var shape = type.shape();
        if (shape.isEmpty()) {
            return false;
        }
        if (shape.get().rank() != expected.getDimsCount()) {
            return true;
        }
        for (int i = 0; i < shape.get().rank(); i++) {
            if (shape.get().get(i) instanceof Fixed(long size) && size != expected.getDims(i)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<TensorProto> tensorFile(Path model, String name) throws IOException {
        var file = model.resolveSibling("test_data_set_0").resolve(name + ".pb");
        return Files.exists(file)
                ? Optional.of(TensorProto.parseFrom(Files.readAllBytes(file)))
                : Optional.empty();
    }

    private static List<String> outputs(ModelGraph model) {
        return model.graph().nodes().stream()
                .map(Node::outputs)
                .flatMap(List::stream)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// The model with nothing said of values that nodes produce.
    private static ModelGraph withoutStatements(ModelGraph model) {
        var graph = model.graph();
        return model.withGraph(
                new Graph(
                        graph.name(),
                        graph.nodes(),
                        graph.inputs(),
                        graph.outputs().stream()
                                .map(o -> new Value(o.name(), Optional.empty(), Extras.NONE))
                                .toList(),
                        List.of(),
                        graph.initializers().values(),
                        graph.extras()));
    }

    private static List<Path> onnxFiles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
        }
    }
}
