package dev.lathe.profiler.testing;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.Sample;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Samples in memory.
public record FakeDataset(List<Sample> samples, List<String> labels, boolean isLabelled)
        implements Dataset {

    /// Labelled samples of three numbers.
    public static FakeDataset labelled(float[][] inputs, int... labels) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < inputs.length; i++) {
            var tensor = Tensor.ofFloats("", inputs[i], inputs[i].length);
            samples.add(new Sample("sample " + i, tensor, OptionalInt.of(labels[i])));
        }
        return new FakeDataset(samples, List.of("a", "b", "c"), true);
    }

    /// Samples of three numbers without labels.
    public static FakeDataset unlabelled(float[]... inputs) {
        var samples = new ArrayList<Sample>();
        for (float[] input : inputs) {
            var tensor = Tensor.ofFloats("", input, input.length);
            samples.add(new Sample("sample " + samples.size(), tensor, OptionalInt.empty()));
        }
        return new FakeDataset(samples, List.of(), false);
    }

    @Override
    public int size() {
        return samples.size();
    }

    @Override
    public Sample read(int position) {
        return samples.get(position);
    }

    @Override
    public String fingerprint() {
        return "fake";
    }
}
