package dev.lathe.model.tflite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names for operators, which have none of their own in a file. Converters name a tensor after the
/// operation in the original model that computes it, `block/conv/Conv2D`, and after all of them,
/// with semicolons between, where they have fused several. The operator is named after the one that
/// it is, so that the names say where in the model it stands.
final class NodeNames {
    private static final String SEPARATOR = ";";

    /// What operators are called in the original models, where that differs.
    private static final Map<String, List<String>> ORIGINAL =
            Map.of(
                    "FULLY_CONNECTED", List.of("matmul", "dense", "linear"),
                    "BATCH_MATMUL", List.of("matmul", "einsum"),
                    "DEPTHWISE_CONV_2D", List.of("depthwise", "conv2d"),
                    "TRANSPOSE_CONV", List.of("transpose", "deconv"),
                    "LOGISTIC", List.of("sigmoid"),
                    "AVERAGE_POOL_2D", List.of("avgpool", "averagepool"),
                    "MAX_POOL_2D", List.of("maxpool"));

    private NodeNames() {}

    /// A name for each operator of a graph, no two alike; empty for one without outputs.
    ///
    /// @param operators the names of the operators
    /// @param outputs the names of the first outputs; empty for an operator that has none
    static List<String> of(List<String> operators, List<String> outputs) {
        var places = new ArrayList<String>();
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < operators.size(); i++) {
            var place = place(operators.get(i), outputs.get(i));
            places.add(place);
            counts.merge(place, 1, Integer::sum);
        }
        var used = new HashSet<String>();
        var names = new ArrayList<String>();
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            boolean isUnique = counts.getOrDefault(place, 0) == 1;
            names.add(
                    place.isEmpty()
                            ? ""
                            : unused(isUnique ? place : place + "/" + operators.get(i), used));
        }
        return names;
    }

    private static String unused(String name, Set<String> used) {
        var unique = name;
        for (int i = 1; !used.add(unique); i++) {
            unique = name + "_" + i;
        }
        return unique;
    }

    /// The operation among those that a tensor is named after: the last that is called like the
    /// operator, or else the first with a place in the model.
    private static String place(String operator, String output) {
        var places =
                Arrays.stream(output.split(SEPARATOR, -1))
                        .map(String::strip)
                        .filter(place -> !place.isEmpty())
                        .toList();
        if (places.size() < 2) {
            return places.isEmpty() ? output : places.getFirst();
        }
        var words = ORIGINAL.getOrDefault(operator, List.of(letters(operator)));
        for (String word : words) {
            for (String place : places.reversed()) {
                if (letters(place.substring(place.lastIndexOf('/') + 1)).contains(word)) {
                    return place;
                }
            }
        }
        return places.stream()
                .filter(place -> place.indexOf('/') > 0)
                .findFirst()
                .orElse(places.getFirst());
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
