package dev.lathe.model.cost;

import dev.lathe.model.cost.WeightRoles.Role;
import dev.lathe.model.graph.TensorContent;
import java.util.IdentityHashMap;

/// Adds up weights, each constant once.
final class WeightCount {
    private final IdentityHashMap<TensorContent, Boolean> seen = new IdentityHashMap<>(4);
    private long parameters;
    private long weightBytes;

    void add(Constants.Use use) {
        if (use.role() == Role.ARGUMENT || seen.put(use.tensor().content(), true) != null) {
            return;
        }
        weightBytes += TensorBytes.stored(use.tensor());
        if (use.role() == Role.WEIGHT) {
            parameters += use.elements();
        }
    }

    long parameters() {
        return parameters;
    }

    long weightBytes() {
        return weightBytes;
    }
}
