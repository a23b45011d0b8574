package dev.lathe.samples.train.onnx;

import dev.lathe.samples.train.data.LabelledImages;
import dev.lathe.samples.train.data.Normalization;
import dev.lathe.samples.train.net.FashionNet;
import dev.lathe.samples.train.net.Layer;
import dev.lathe.samples.train.net.Layer.BatchNorm;
import dev.lathe.samples.train.net.Layer.Branches;
import dev.lathe.samples.train.net.Layer.Conv;
import dev.lathe.samples.train.net.Layer.Dense;
import dev.lathe.samples.train.net.Layer.Dropout;
import dev.lathe.samples.train.net.Layer.Flatten;
import dev.lathe.samples.train.net.Layer.GlobalAveragePool;
import dev.lathe.samples.train.net.Layer.MaxPool;
import dev.lathe.samples.train.net.Layer.Relu;
import dev.lathe.samples.train.net.Layer.Residual;
import dev.lathe.samples.train.net.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/// Writes the trained image classifier as ONNX, one node per layer, nothing folded.
public final class FashionOnnx {
    private final Weights weights;
    private final GraphWriter graph = new GraphWriter("fashion-cnn");

    private FashionOnnx(Weights weights) {
        this.weights = weights;
    }

    /// Writes the file. Input `image`, `[batch, 1, 28, 28]`; output `logits`, `[batch, 10]`.
    public static void write(Weights weights, Path file) throws IOException {
        var onnx = new FashionOnnx(weights);
        String last = onnx.sequence(FashionNet.layers(), "image");
        onnx.graph.renameOutput(last, "logits");
        onnx.graph
                .graph()
                .addInput(
                        ModelFile.value(
                                "image",
                                ModelFile.FLOAT,
                                "batch",
                                1,
                                LabelledImages.SIDE,
                                LabelledImages.SIDE))
                .addOutput(
                        ModelFile.value(
                                "logits", ModelFile.FLOAT, "batch", LabelledImages.CLASSES));
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("labels", String.join(",", Normalization.LABELS));
        metadata.put("mean", Float.toString(Normalization.MEAN));
        metadata.put("std", Float.toString(Normalization.DEVIATION));
        ModelFile.write(
                file,
                onnx.graph.graph().build(),
                "Classifies 28 x 28 grey pictures of clothes into the ten classes of Fashion-MNIST."
                        + " Pixels are divided by 255, then normalized with mean and std.",
                metadata);
    }

    private String sequence(List<Layer> layers, String input) {
        String value = input;
        for (Layer layer : layers) {
            value = layer(layer, value);
        }
        return value;
    }

    private String layer(Layer layer, String input) {
        String name = "/" + layer.name();
        String prefix = layer.weightPrefix();
        return switch (layer) {
            case Conv conv -> convolution(conv, name, input);
            case BatchNorm _ ->
                    graph.node(
                            "BatchNormalization",
                            name,
                            List.of(
                                    input,
                                    weight(prefix + ".weight"),
                                    weight(prefix + ".bias"),
                                    weight(prefix + ".running_mean"),
                                    weight(prefix + ".running_var")),
                            Attributes.of("epsilon", 1e-5f),
                            Attributes.of("momentum", 0.9f));
            case Relu _ -> graph.node("Relu", name, List.of(input));
            case MaxPool(_, int size) ->
                    graph.node(
                            "MaxPool",
                            name,
                            List.of(input),
                            Attributes.list("kernel_shape", size, size),
                            Attributes.list("strides", size, size));
            case Residual(_, var body, var shortcut) ->
                    graph.node(
                            "Add", name, List.of(sequence(body, input), sequence(shortcut, input)));
            case Branches(_, var first, var second) ->
                    graph.node(
                            "Concat",
                            name,
                            List.of(sequence(first, input), sequence(second, input)),
                            Attributes.of("axis", 1));
            case GlobalAveragePool _ -> graph.node("GlobalAveragePool", name, List.of(input));
            case Flatten _ -> graph.node("Flatten", name, List.of(input), Attributes.of("axis", 1));
            case Dropout _ -> input;
            case Dense _ ->
                    graph.node(
                            "Gemm",
                            name,
                            List.of(input, weight(prefix + ".weight"), weight(prefix + ".bias")),
                            Attributes.of("transB", 1));
        };
    }

    private String convolution(Conv conv, String name, String input) {
        long pad = conv.kernel() / 2;
        return graph.node(
                "Conv",
                name,
                List.of(input, weight(conv.weightPrefix() + ".weight")),
                Attributes.list("dilations", 1, 1),
                Attributes.of("group", conv.groups()),
                Attributes.list("kernel_shape", conv.kernel(), conv.kernel()),
                Attributes.list("pads", pad, pad, pad, pad),
                Attributes.list("strides", conv.stride(), conv.stride()));
    }

    private String weight(String name) {
        Weights.Values values = weights.get(name);
        return graph.floats(name, values.shape(), values.numbers());
    }
}
