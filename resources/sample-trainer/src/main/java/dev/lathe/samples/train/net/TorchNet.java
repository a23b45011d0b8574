package dev.lathe.samples.train.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.util.Pair;
import dev.lathe.samples.train.net.Layer.Branches;
import dev.lathe.samples.train.net.Layer.Conv;
import dev.lathe.samples.train.net.Layer.Dense;
import dev.lathe.samples.train.net.Layer.Dropout;
import dev.lathe.samples.train.net.Layer.Flatten;
import dev.lathe.samples.train.net.Layer.GlobalAveragePool;
import dev.lathe.samples.train.net.Layer.MaxPool;
import dev.lathe.samples.train.net.Layer.Relu;
import dev.lathe.samples.train.net.Layer.Residual;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A network of {@link Layer}s that can be trained. Remembers which block was made for which layer.
public final class TorchNet {
    private static final Map<String, String> ONNX_NAMES =
            Map.of(
                    "gamma", "weight",
                    "beta", "bias",
                    "runningMean", "running_mean",
                    "runningVar", "running_var");

    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Block block;

    /// Makes the blocks of all layers; their weights have no values yet.
    public TorchNet(List<Layer> layers) {
        block = sequence(layers);
    }

    /// The network as one block.
    public Block block() {
        return block;
    }

    /// The values of all weights, named by layer: `stem.conv.weight`, `stem.bn.running_mean`.
    public Weights weights() {
        var weights = new LinkedHashMap<String, Weights.Values>();
        blocks.forEach((prefix, part) -> {
            for (Pair<String, Parameter> pair : part.getDirectParameters()) {
                String name = ONNX_NAMES.getOrDefault(pair.getKey(), pair.getKey());
                weights.put(prefix + "." + name, values(pair.getValue().getArray()));
            }
        });
        return new Weights(weights);
    }

    private static Weights.Values values(NDArray array) {
        return new Weights.Values(array.getShape().getShape(), array.toFloatArray());
    }

    private Block sequence(List<Layer> layers) {
        if (layers.isEmpty()) {
            return Blocks.identityBlock();
        }
        var sequence = new SequentialBlock();
        for (Layer layer : layers) {
            Block made = make(layer);
            blocks.put(layer.weightPrefix(), made);
            sequence.add(made);
        }
        return sequence;
    }

    private Block make(Layer layer) {
        return switch (layer) {
            case Conv conv -> convolution(conv);
            case Layer.BatchNorm _ -> BatchNorm.builder().optEpsilon(1e-5f).build();
            case Relu _ -> Activation.reluBlock();
            case MaxPool(_, int size) -> Pool.maxPool2dBlock(square(size), square(size));
            case Residual(_, var body, var shortcut) ->
                    join(body, shortcut, sides -> sides.get(0).add(sides.get(1)));
            case Branches(_, var first, var second) ->
                    join(first, second, sides -> NDArrays.concat(sides, 1));
            case GlobalAveragePool _ -> Pool.globalAvgPool2dBlock();
            case Flatten _ -> Blocks.batchFlattenBlock();
            case Dropout(_, float rate) -> ai.djl.nn.norm.Dropout.builder().optRate(rate).build();
            case Dense(_, _, int outputs) -> Linear.builder().setUnits(outputs).build();
        };
    }

    private static Block convolution(Conv conv) {
        return Conv2d.builder()
                .setKernelShape(square(conv.kernel()))
                .setFilters(conv.outputs())
                .optStride(square(conv.stride()))
                .optPadding(square(conv.kernel() / 2))
                .optGroups(conv.groups())
                .optBias(false)
                .build();
    }

    private Block join(List<Layer> left, List<Layer> right, Function<NDList, NDArray> joint) {
        return new ParallelBlock(sides ->
                new NDList(
                        joint.apply(
                                new NDList(
                                        sides.get(0).singletonOrThrow(),
                                        sides.get(1).singletonOrThrow()))))
                .addAll(sequence(left), sequence(right));
    }

    private static Shape square(int side) {
        return new Shape(side, side);
    }
}
