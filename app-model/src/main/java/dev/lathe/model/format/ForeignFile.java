package dev.lathe.model.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Files that people take for models that can be opened and that are something else, told by their
/// first bytes.
final class ForeignFile {
    private static final String IMAGE = "choose a model file";
    private static final String UNPACK = "unpack it and open the model in it";

    /// What is told by bytes alone, the likelier first. Signatures are those of each format's own
    /// specification.
    private static final List<Kind> KINDS =
            List.of(
                    new Kind(
                            head -> head.startsWith("version https://git-lfs.github.com/spec"),
                            "a Git LFS pointer and not the model itself",
                            "fetch the model with git lfs pull"),
                    new Kind(
                            head -> isZip(head) && head.contains("data.pkl"),
                            "a PyTorch checkpoint",
                            "export the model with torch.onnx.export"),
                    new Kind(
                            head -> isZip(head) && head.contains("model.weights.h5"),
                            "a Keras model",
                            "convert it with tf2onnx"),
                    new Kind(
                            head -> isZip(head) && head.contains(".npy"),
                            "a NumPy archive, which holds arrays and no model",
                            IMAGE),
                    new Kind(head -> isZip(head), "a zip archive", UNPACK),
                    new Kind(
                            ForeignFile::isPickle,
                            "a Python pickle, as old PyTorch checkpoints and scikit-learn models"
                                    + " are",
                            "export the model as ONNX, with torch.onnx.export or skl2onnx"),
                    new Kind(
                            head -> head.has(0, "894844460d0a1a0a"),
                            "an HDF5 file, as Keras writes them",
                            "convert the model with tf2onnx"),
                    new Kind(
                            ForeignFile::isSafetensors,
                            "a safetensors file, which holds weights and no graph",
                            "export the model as ONNX where it was made, with torch.onnx.export or"
                                    + " Optimum"),
                    new Kind(
                            head -> head.has(0, "47475546"),
                            "a GGUF file, which holds weights for llama.cpp and no graph",
                            "export the original model as ONNX"),
                    new Kind(
                            head -> head.has(0, "080112"),
                            "a TensorFlow SavedModel",
                            "convert its folder with tf2onnx"),
                    new Kind(
                            head -> head.startsWith("<!doctype html") || head.startsWith("<html"),
                            "a web page, perhaps one that a server sent in place of the model",
                            "download the model itself"),
                    new Kind(
                            head -> head.startsWith("<?xml") || head.startsWith("<net "),
                            "an XML file, as OpenVINO writes them",
                            "choose the ONNX or TensorFlow Lite model"),
                    new Kind(
                            head -> head.startsWith("<") && head.text().contains("ir_version"),
                            "a model in ONNX's language for people, which is not read here",
                            "convert it with onnx.parser.parse_model and onnx.save"),
                    new Kind(head -> head.has(0, "89504e470d0a1a0a"), "a PNG image", IMAGE),
                    new Kind(head -> head.has(0, "ffd8ff"), "a JPEG image", IMAGE),
                    new Kind(head -> head.has(0, "47494638"), "a GIF image", IMAGE),
                    new Kind(
                            head -> head.has(0, "52494646") && head.has(8, "57454250"),
                            "a WebP image",
                            IMAGE),
                    new Kind(head -> head.has(0, "255044462d"), "a PDF document", IMAGE),
                    new Kind(head -> head.has(0, "934e554d5059"), "a NumPy array", IMAGE),
                    new Kind(head -> head.has(257, "7573746172"), "a tar archive", UNPACK),
                    new Kind(head -> head.has(0, "377abcaf271c"), "a 7-Zip archive", UNPACK),
                    new Kind(head -> head.has(0, "526172211a07"), "a RAR archive", UNPACK),
                    new Kind(head -> head.has(0, "fd377a585a00"), "compressed with xz", UNPACK),
                    new Kind(head -> head.has(0, "28b52ffd"), "compressed with zstd", UNPACK),
                    new Kind(head -> head.has(0, "1f8b"), "compressed with gzip once more", UNPACK),
                    new Kind(head -> head.has(0, "425a68"), "compressed with bzip2", UNPACK),
                    new Kind(head -> head.has(0, "7f454c46"), "a program", IMAGE),
                    new Kind(
                            ForeignFile::isUtf16,
                            "text in UTF-16",
                            "save it as UTF-8 if it is a model as text"),
                    new Kind(
                            ForeignFile::isJson,
                            "a JSON file",
                            "choose the ONNX or TensorFlow Lite model that belongs to it"),
                    new Kind(
                            ForeignFile::isText,
                            "text and not a model as text",
                            "export or download the model again"));

    private ForeignFile() {}

    private record Kind(Predicate<FileHead> matches, String what, String advice) {}

    /// What a file is instead of a model, and what to do: `a PNG image; choose a model file`.
    static Optional<String> describe(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var head = FileHead.read(file);
            return head.has(0, "1f8b")
                    ? describe(head.unpacked())
                            .map(inner -> "compressed with gzip, and what is in it is " + inner)
                    : describe(head);
        } catch (IOException _) {
            return Optional.empty(); // it could not be opened as a model for the same reason
        }
    }

    private static Optional<String> describe(FileHead head) {
        return KINDS.stream()
                .filter(kind -> kind.matches.test(head))
                .map(kind -> kind.what + "; " + kind.advice)
                .findFirst();
    }

    private static boolean isZip(FileHead head) {
        return head.has(0, "504b0304") || head.has(0, "504b0506");
    }

    /// Protocol 2 and later (`pickletools`, opcode PROTO).
    private static boolean isPickle(FileHead head) {
        return head.has(0, "8002")
                || head.has(0, "8003")
                || head.has(0, "8004")
                || head.has(0, "8005");
    }

    /// The length of a header as JSON, and the header.
    private static boolean isSafetensors(FileHead head) {
        return head.firstNumber() > 1 && head.firstNumber() <= head.size() - 8 && head.has(8, "7b");
    }

    /// With a byte order mark, or letters that each have an empty byte beside them.
    private static boolean isUtf16(FileHead head) {
        return head.has(0, "fffe")
                || head.has(0, "feff")
                || head.text().matches("(?s)(?:[ -~\r\n\t]\0){4}.*|(?:\0[ -~\r\n\t]){4}.*");
    }

    private static boolean isJson(FileHead head) {
        return head.text().matches("(?s)(?:\\{\\s*[\"}]|\\[\\s*[\\[{\"\\d\\]-]).*");
    }

    /// Text that does not start as a message does: whoever reads those says what is wrong in them.
    private static boolean isText(FileHead head) {
        return !head.text().isEmpty()
                && !head.text().matches("(?s)(?:#[^\n]*\n\\s*)*[a-z_]+\\s*[:{<].*")
                && head.isUtf8Text();
    }
}
