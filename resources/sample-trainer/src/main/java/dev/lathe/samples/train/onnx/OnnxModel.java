package dev.lathe.samples.train.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.lathe.samples.train.data.LabelledImages;
import dev.lathe.samples.train.net.Classifier;
import dev.lathe.samples.train.text.CharGru;
import dev.lathe.samples.train.text.NextCharacter;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;

/// A written file, opened in ONNX Runtime to see what it does there.
public final class OnnxModel implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /// Opens a file.
    ///
    /// @throws IOException if ONNX Runtime refuses it
    public OnnxModel(Path file) throws IOException {
        try {
            session = environment.createSession(file.toString());
        } catch (OrtException e) {
            throw new IOException("Cannot open " + file + " in ONNX Runtime", e);
        }
    }

    /// The model as a classifier of images.
    public Classifier classifier() {
        return (images, count) -> {
            long[] shape = {count, 1, LabelledImages.SIDE, LabelledImages.SIDE};
            try (OnnxTensor input =
                            OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), shape);
                    OrtSession.Result result = session.run(Map.of("image", input))) {
                return floats(result, "logits");
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime failed on " + count + " images", e);
            }
        };
    }

    /// The model as a reader of characters.
    public NextCharacter reader() {
        return (tokens, sequence, state, batch) -> {
            long[] tokenShape = {sequence, batch};
            long[] stateShape = {1, batch, CharGru.HIDDEN};
            try (OnnxTensor text =
                            OnnxTensor.createTensor(
                                    environment, LongBuffer.wrap(tokens), tokenShape);
                    OnnxTensor before =
                            OnnxTensor.createTensor(
                                    environment, FloatBuffer.wrap(state), stateShape);
                    OrtSession.Result result =
                            session.run(Map.of("tokens", text, "state_in", before))) {
                return new NextCharacter.Reading(
                        new NextCharacter.Numbers(floats(result, "logits")),
                        new NextCharacter.Numbers(floats(result, "state_out")));
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime failed on " + sequence, e);
            }
        };
    }

    private static float[] floats(OrtSession.Result result, String output) {
        var tensor = (OnnxTensor) result.get(output).orElseThrow();
        FloatBuffer buffer = tensor.getFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    @Override
    public void close() throws IOException {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IOException("Cannot close the ONNX Runtime session", e);
        }
    }
}
