package dev.lathe.samples.train.net;

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
import java.util.List;

/// The layers of the image classifier. It is small, yet it has one of each thing that makes a
/// network awkward to compress: residual sums with and without a projection, a depthwise
/// convolution, and two branches that meet in a concatenation.
public final class FashionNet {
    private FashionNet() {}

    /// All layers, from the image to the ten logits.
    public static List<Layer> layers() {
        return List.of(
                Conv.full("stem/conv", 1, 32, 3, 1),
                new BatchNorm("stem/bn", 32),
                new Relu("stem/relu"),
                new MaxPool("stem/pool", 2),
                block1(),
                new Relu("block1/relu2"),
                block2(),
                new Relu("block2/relu2"),
                Conv.depthwise("block3/depthwise", 64, 3),
                new BatchNorm("block3/bn1", 64),
                new Relu("block3/relu1"),
                Conv.full("block3/pointwise", 64, 128, 1, 1),
                new BatchNorm("block3/bn2", 128),
                new Relu("block3/relu2"),
                block4(),
                new GlobalAveragePool("head/pool"),
                new Flatten("head/flatten"),
                new Dense("head/fc1", 128, 96),
                new Relu("head/relu"),
                new Dropout("head/dropout", 0.3f),
                new Dense("head/fc2", 96, 10));
    }

    private static Layer block1() {
        return new Residual(
                "block1/add",
                List.of(
                        Conv.full("block1/conv1", 32, 32, 3, 1),
                        new BatchNorm("block1/bn1", 32),
                        new Relu("block1/relu1"),
                        Conv.full("block1/conv2", 32, 32, 3, 1),
                        new BatchNorm("block1/bn2", 32)),
                List.of());
    }

    private static Layer block2() {
        return new Residual(
                "block2/add",
                List.of(
                        Conv.full("block2/conv1", 32, 64, 3, 2),
                        new BatchNorm("block2/bn1", 64),
                        new Relu("block2/relu1"),
                        Conv.full("block2/conv2", 64, 64, 3, 1),
                        new BatchNorm("block2/bn2", 64)),
                List.of(
                        Conv.full("block2/shortcut/conv", 32, 64, 1, 2),
                        new BatchNorm("block2/shortcut/bn", 64)));
    }

    private static Layer block4() {
        return new Branches(
                "block4/concat",
                List.of(
                        Conv.full("block4/narrow/conv", 128, 64, 1, 1),
                        new BatchNorm("block4/narrow/bn", 64),
                        new Relu("block4/narrow/relu")),
                List.of(
                        Conv.full("block4/wide/reduce", 128, 48, 1, 1),
                        new BatchNorm("block4/wide/bn1", 48),
                        new Relu("block4/wide/relu1"),
                        Conv.full("block4/wide/conv", 48, 64, 3, 1),
                        new BatchNorm("block4/wide/bn2", 64),
                        new Relu("block4/wide/relu2")));
    }
}
