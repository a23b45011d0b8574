package dev.lathe.samples.train.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.GRU;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import dev.lathe.samples.train.net.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A network that reads characters and predicts the next: embedding, one gated recurrent unit (Cho
/// et al. 2014, in PyTorch's form, where the reset gate acts after the recurrent product), and a
/// dense layer. Takes tokens `[sequence, batch]` and, if there is one, a state `[1, batch,
/// hidden]`; gives logits `[sequence, batch, vocabulary]` and the state after the last.
public final class CharGru extends AbstractBlock {
    /// Numbers per character after the embedding.
    public static final int EMBEDDING = 48;

    /// Numbers in the state.
    public static final int HIDDEN = 128;

    private final int vocabulary;
    private final Parameter embedding;
    private final Block gru;
    private final Block dense;

    /// A network without values, for a number of different characters.
    public CharGru(int vocabulary) {
        this.vocabulary = vocabulary;
        embedding =
                addParameter(
                        Parameter.builder()
                                .setName("embedding")
                                .setType(Parameter.Type.WEIGHT)
                                .optShape(new Shape(vocabulary, EMBEDDING))
                                .build());
        gru =
                addChildBlock(
                        "gru",
                        GRU.builder()
                                .setNumLayers(1)
                                .setStateSize(HIDDEN)
                                .optBatchFirst(false)
                                .optReturnState(true)
                                .build());
        dense = addChildBlock("dense", Linear.builder().setUnits(vocabulary).build());
    }

    /// The values of all weights: `embedding.weight`, those of PyTorch's GRU (`gru.weight_ih`,
    /// `gru.weight_hh`, `gru.bias_ih`, `gru.bias_hh`; gates in the order reset, update, new), and
    /// `dense.weight`, `dense.bias`.
    public Weights weights() {
        var weights = new LinkedHashMap<String, Weights.Values>();
        put(weights, "embedding.weight", embedding);
        for (Pair<String, Parameter> pair : gru.getDirectParameters()) {
            put(weights, "gru." + torchName(pair.getValue()), pair.getValue());
        }
        for (Pair<String, Parameter> pair : dense.getDirectParameters()) {
            put(weights, "dense." + pair.getKey(), pair.getValue());
        }
        return new Weights(weights);
    }

    @Override
    public void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape tokens = inputs[0];
        gru.initialize(manager, type, tokens.add(EMBEDDING));
        dense.initialize(manager, type, tokens.add(HIDDEN));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0].add(vocabulary), new Shape(1, inputs[0].get(1), HIDDEN)};
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            @Nullable PairList<String, Object> options) {
        NDArray tokens = inputs.get(0);
        NDArray table = store.getValue(embedding, tokens.getDevice(), training);
        NDArray vectors =
                tokens.getNDArrayInternal()
                        .embedding(tokens, table, SparseFormat.DENSE)
                        .singletonOrThrow();
        var gruInputs = new NDList(vectors);
        if (inputs.size() > 1) {
            gruInputs.add(inputs.get(1));
        }
        NDList read = gru.forward(store, gruInputs, training);
        NDList logits = dense.forward(store, new NDList(read.get(0)), training);
        return new NDList(logits.singletonOrThrow(), read.get(1));
    }

    private static String torchName(Parameter parameter) {
        String kind = parameter.getType() == Parameter.Type.WEIGHT ? "weight" : "bias";
        return kind + (parameter.getName().contains("i2h") ? "_ih" : "_hh");
    }

    private static void put(Map<String, Weights.Values> weights, String name, Parameter parameter) {
        NDArray array = parameter.getArray();
        weights.put(name, new Weights.Values(array.getShape().getShape(), array.toFloatArray()));
    }
}
