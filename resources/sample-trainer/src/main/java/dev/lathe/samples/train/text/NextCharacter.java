package dev.lathe.samples.train.text;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Arrays;

/// Something that reads a batch of texts and predicts each next character.
@FunctionalInterface
public interface NextCharacter {

    /// The logits for what follows each character, `[sequence, batch, vocabulary]`, and the state
    /// after the last, `[1, batch, hidden]`.
    ///
    /// @param tokens `[sequence, batch]`
    /// @param state `[1, batch, hidden]`
    Reading read(long[] tokens, int sequence, float[] state, int batch);

    /// What was read: logits, and the state afterwards.
    record Reading(Numbers logits, Numbers state) {}

    /// Numbers in a row.
    final class Numbers {
        private final float[] values;

        public Numbers(float[] values) {
            this.values = values.clone();
        }

        /// The numbers.
        public float[] values() {
            return values.clone();
        }
    }

    /// The reader that a DJL model with values is.
    static NextCharacter of(Model model) {
        return (tokens, sequence, state, batch) -> {
            try (NDManager scratch = model.getNDManager().newSubManager()) {
                NDArray input = scratch.create(tokens, new Shape(sequence, batch));
                NDArray before = scratch.create(state, new Shape(1, batch, CharGru.HIDDEN));
                NDList output =
                        model.getBlock()
                                .forward(
                                        new ParameterStore(scratch, false),
                                        new NDList(input, before),
                                        false);
                return new Reading(
                        new Numbers(output.get(0).toFloatArray()),
                        new Numbers(output.get(1).toFloatArray()));
            }
        };
    }

    /// The mean of -log2 of what the reader gave to the character that came, over a text read once
    /// from start to end with its state carried along.
    default double bitsPerCharacter(Tokens text) {
        int chunk = 500;
        float[] state = new float[CharGru.HIDDEN];
        double bits = 0;
        int predicted = 0;
        for (int start = 0; start + 1 < text.count(); start += chunk) {
            int length = Math.min(chunk, text.count() - 1 - start);
            long[] tokens = text.sideBySide(new int[] {start}, length + 1);
            long[] input = Arrays.copyOf(tokens, length);
            Reading reading = read(input, length, state, 1);
            state = reading.state().values();
            float[] logits = reading.logits().values();
            int classes = logits.length / length;
            for (int place = 0; place < length; place++) {
                bits += bits(logits, place * classes, classes, (int) tokens[place + 1]);
            }
            predicted += length;
        }
        return bits / predicted;
    }

    private static double bits(float[] logits, int offset, int classes, int came) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < classes; index++) {
            largest = Math.max(largest, logits[offset + index]);
        }
        double sum = 0;
        for (int index = 0; index < classes; index++) {
            sum += Math.exp(logits[offset + index] - largest);
        }
        return (Math.log(sum) + largest - logits[offset + came]) / Math.log(2);
    }
}
