package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Oddities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names for the tensors of one subgraph. Operators refer to tensors by number and names are for
/// people, so that files have several tensors of one name, or of none; here each gets its own.
final class TensorNames {
    private final List<String> names = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> copies = new HashMap<>();

    /// @param defined the numbers of the tensors that the subgraph itself gives elements to; others
    ///   must not be taken for tensors of the graphs around it, and get names that none of those
    ///   has
    /// @param taken the names in other subgraphs, to which these are added
    TensorNames(
            String subgraph,
            List<FlatTable> tensors,
            Set<Integer> defined,
            Set<String> taken,
            Oddities oddities)
            throws DamagedFlatbufferException {
        for (int i = 0; i < tensors.size(); i++) {
            var stated = TensorReader.name(tensors.get(i));
            var name = stated.isEmpty() ? "tensor " + i : stated;
            if (!defined.contains(i) && taken.contains(name)) {
                name = subgraph + "/" + name;
            }
            var unique = unique(name);
            if (!unique.equals(name) && !stated.isEmpty()) {
                oddities.add(
                        "tensor-name-twice",
                        "Several tensors are named '"
                                + stated
                                + "'; one is called "
                                + unique
                                + ".");
            }
            names.add(unique);
        }
        taken.addAll(used);
    }

    /// The name of a tensor.
    String of(int number) {
        return names.get(number);
    }

    /// Refuses a number that no tensor has.
    void check(int number) throws DamagedFlatbufferException {
        if (number < 0 || number >= names.size()) {
            throw new DamagedFlatbufferException(
                    "it refers to tensor " + number + " of " + names.size());
        }
    }

    private String unique(String name) {
        var unique = name;
        while (!used.add(unique)) {
            unique = name + "#" + copies.merge(name, 1, Integer::sum);
        }
        return unique;
    }
}
