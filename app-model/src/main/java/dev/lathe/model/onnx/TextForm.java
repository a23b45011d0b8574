package dev.lathe.model.onnx;

import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.onnx.proto.ModelProto;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Models in the text form of protobuf.
final class TextForm {
    /// Text is held as bytes, as characters, and one value of it once more while it is parsed.
    private static final long MEMORY_PER_BYTE = 5;

    private static final TextFormat.Parser PARSER =
            TextFormat.Parser.newBuilder()
                    .setRecursionLimit(OnnxReader.MAX_DEPTH)
                    .setSingularOverwritePolicy(
                            TextFormat.Parser.SingularOverwritePolicy.FORBID_SINGULAR_OVERWRITES)
                    .build();

    private TextForm() {}

    static ModelProto parse(Path file, MemorySegment bytes) throws ModelFormatException {
        if (bytes.byteSize() > Runtime.getRuntime().maxMemory() / MEMORY_PER_BYTE) {
            throw new ModelFormatException(
                    "Cannot open "
                            + file
                            + ": it is too large to be read as text with the memory there is;"
                            + " convert it to a binary .onnx file");
        }
        var text = new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        var proto = ModelProto.newBuilder();
        try {
            PARSER.merge(text.startsWith("\ufeff") ? text.substring(1) : text, proto);
            return proto.build();
        } catch (TextFormat.ParseException e) {
            throw new ModelFormatException(
                    "Cannot open "
                            + file
                            + ": its text is damaged at line "
                            + OneLine.of(String.valueOf(e.getMessage()))
                            + "; export it again",
                    e);
        }
    }

    /// Whether the text form can hold a message: it has no place for fields without a name.
    static boolean canHold(Message proto) {
        if (!proto.getUnknownFields().isEmpty()) {
            return false;
        }
        for (Object value : proto.getAllFields().values()) {
            boolean fits =
                    switch (value) {
                        case Message message -> canHold(message);
                        case List<?> list ->
                                list.stream()
                                        .allMatch(e -> !(e instanceof Message m) || canHold(m));
                        default -> true;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    static void write(ModelProto proto, OutputStream stream) throws IOException {
        var writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        TextFormat.printer().print(proto, writer);
        writer.flush();
    }
}
