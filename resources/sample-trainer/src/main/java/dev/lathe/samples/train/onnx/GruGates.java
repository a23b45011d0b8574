package dev.lathe.samples.train.onnx;

import dev.lathe.samples.train.net.Weights;

/// The weights of a GRU as ONNX wants them. PyTorch stacks its gates reset, update, new; ONNX
/// stacks them update, reset, hidden, and has a direction as the first dimension.
final class GruGates {
    private GruGates() {}

    /// Adds a weight, `[1, 3 * hidden, columns]`, and gives its name.
    static String weight(GraphWriter graph, Weights weights, String name) {
        Weights.Values values = weights.get(name);
        long[] shape = {1, values.shape()[0], values.shape()[1]};
        return graph.floats(name, shape, updateFirst(values.numbers()));
    }

    /// Adds the biases of input and state behind each other, `[1, 6 * hidden]`, and gives their
    /// name.
    static String bias(GraphWriter graph, Weights weights, String name) {
        float[] input = updateFirst(weights.get(name + "_ih").numbers());
        float[] state = updateFirst(weights.get(name + "_hh").numbers());
        var both = new float[input.length + state.length];
        System.arraycopy(input, 0, both, 0, input.length);
        System.arraycopy(state, 0, both, input.length, state.length);
        return graph.floats(name, new long[] {1, both.length}, both);
    }

    private static float[] updateFirst(float[] resetFirst) {
        int gate = resetFirst.length / 3;
        var swapped = resetFirst.clone();
        System.arraycopy(resetFirst, gate, swapped, 0, gate);
        System.arraycopy(resetFirst, 0, swapped, gate, gate);
        return swapped;
    }
}
