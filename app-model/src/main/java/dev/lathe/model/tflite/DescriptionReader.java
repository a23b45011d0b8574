package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Flatbuffer;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the description of a model for people and for code generators (TensorFlow Lite Support
/// `metadata_schema.fbs`, version 1.1.0).
final class DescriptionReader {
    private static final int NAME = 0;
    private static final int DESCRIPTION = 1;

    private static final int MODEL_VERSION = 2;
    private static final int MODEL_SUBGRAPHS = 3;
    private static final int MODEL_AUTHOR = 4;
    private static final int MODEL_LICENSE = 5;
    private static final int MODEL_FILES = 6;

    private static final int SUBGRAPH_INPUTS = 2;
    private static final int SUBGRAPH_OUTPUTS = 3;
    private static final int SUBGRAPH_FILES = 4;

    private static final int TENSOR_DIMENSIONS = 2;
    private static final int TENSOR_CONTENT = 3;
    private static final int TENSOR_UNITS = 4;
    private static final int TENSOR_STATISTICS = 5;
    private static final int TENSOR_FILES = 6;

    private static final int CONTENT_TYPE = 0;
    private static final int CONTENT = 1;
    private static final int IMAGE = 2;
    private static final int IMAGE_COLORS = 0;

    private static final int UNIT_TYPE = 0;
    private static final int UNIT = 1;
    private static final int NORMALIZATION = 1;
    private static final int MEAN = 0;
    private static final int STD = 1;

    private static final int MAX = 0;
    private static final int MIN = 1;

    private static final int FILE_TYPE = 2;
    private static final int AXIS_LABELS = 2;
    private static final int VALUE_LABELS = 3;
    private static final int VOCABULARY = 5;

    private static final List<String> COLORS = List.of("", "RGB", "grayscale");

    private final AppendedFiles files;
    private final Map<String, String> entries;

    /// @param entries to which those of the description are added
    DescriptionReader(AppendedFiles files, Map<String, String> entries) {
        this.files = files;
        this.entries = entries;
    }

    void read(MemorySegment bytes) throws DamagedFlatbufferException {
        var model = new Flatbuffer(bytes).root();
        put("name", model.string(NAME));
        put(MetadataReader.DESCRIPTION, model.string(DESCRIPTION));
        put("version", model.string(MODEL_VERSION));
        put("author", model.string(MODEL_AUTHOR));
        put("license", model.string(MODEL_LICENSE));
        readFiles("", model.tables(MODEL_FILES));
        var subgraphs = model.tables(MODEL_SUBGRAPHS);
        if (!subgraphs.isEmpty()) {
            var main = subgraphs.getFirst();
            readTensors("input.", main.tables(SUBGRAPH_INPUTS));
            readTensors("output.", main.tables(SUBGRAPH_OUTPUTS));
            readFiles("", main.tables(SUBGRAPH_FILES));
        }
        put("files", String.join("\n", files.names()));
    }

    private void readTensors(String prefix, List<FlatTable> tensors)
            throws DamagedFlatbufferException {
        for (int i = 0; i < tensors.size(); i++) {
            readTensor(prefix + i + ".", tensors.get(i));
        }
    }

    private void readTensor(String prefix, FlatTable tensor) throws DamagedFlatbufferException {
        put(prefix + "name", tensor.string(NAME));
        put(prefix + "description", tensor.string(DESCRIPTION));
        put(prefix + "dimensions", String.join(", ", tensor.strings(TENSOR_DIMENSIONS)));
        var content = tensor.table(TENSOR_CONTENT);
        if (content.isPresent() && content.get().uint8(CONTENT_TYPE) == IMAGE) {
            var image = content.get().table(CONTENT);
            int colors = image.isEmpty() ? 0 : image.get().uint8(IMAGE_COLORS);
            put(prefix + "colors", colors < COLORS.size() ? COLORS.get(colors) : "");
        }
        for (FlatTable unit : tensor.tables(TENSOR_UNITS)) {
            var options = unit.table(UNIT);
            if (unit.uint8(UNIT_TYPE) == NORMALIZATION && options.isPresent()) {
                put(prefix + "mean", numbers(options.get().floats(MEAN)));
                put(prefix + "std", numbers(options.get().floats(STD)));
            }
        }
        var statistics = tensor.table(TENSOR_STATISTICS);
        if (statistics.isPresent()) {
            put(prefix + "min", numbers(statistics.get().floats(MIN)));
            put(prefix + "max", numbers(statistics.get().floats(MAX)));
        }
        readFiles(prefix, tensor.tables(TENSOR_FILES));
    }

    private void readFiles(String prefix, List<FlatTable> tables)
            throws DamagedFlatbufferException {
        var names = new ArrayList<String>();
        for (FlatTable file : tables) {
            var name = file.string(NAME);
            names.add(name);
            var kind =
                    switch (file.int8(FILE_TYPE)) {
                        case AXIS_LABELS, VALUE_LABELS -> "labels";
                        case VOCABULARY -> "vocabulary";
                        default -> "";
                    };
            if (!kind.isEmpty() && !entries.containsKey(prefix + kind)) {
                put(prefix + kind, files.text(name).orElse(""));
            }
        }
        if (!prefix.isEmpty()) {
            put(prefix + "files", String.join("\n", names));
        }
    }

    private static String numbers(List<Float> numbers) {
        return numbers.stream().map(DescriptionReader::number).collect(Collectors.joining(", "));
    }

    private static String number(float number) {
        var text = Float.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void put(String key, String text) {
        if (!text.isEmpty()) {
            entries.put(key, text);
        }
    }
}
