package dev.lathe.samples.train.text;

import java.util.List;
import java.util.random.RandomGenerator;

/// Text that a model makes up, one character drawn after the other.
///
/// @param reader what predicts
/// @param vocabulary the characters, by their numbers
/// @param temperature what logits are divided by; below 1, likely characters become likelier
public record Speech(NextCharacter reader, List<String> vocabulary, double temperature) {

    public Speech {
        vocabulary = List.copyOf(vocabulary);
    }

    /// A beginning and what the model says after it.
    public String after(String beginning, int characters, RandomGenerator random) {
        var said = new StringBuilder(beginning);
        float[] state = new float[CharGru.HIDDEN];
        for (int place = 0; place < beginning.length() + characters - 1; place++) {
            long token = vocabulary.indexOf(said.substring(place, place + 1));
            NextCharacter.Reading reading = reader.read(new long[] {token}, 1, state, 1);
            state = reading.state().values();
            if (place + 1 == said.length()) {
                said.append(vocabulary.get(draw(reading.logits().values(), random)));
            }
        }
        return said.toString();
    }

    private int draw(float[] logits, RandomGenerator random) {
        var weights = new double[logits.length];
        double total = 0;
        for (int index = 0; index < logits.length; index++) {
            weights[index] = Math.exp(logits[index] / temperature);
            total += weights[index];
        }
        double left = random.nextDouble() * total;
        int index = 0;
        while (index < logits.length - 1 && left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }
}
