package dev.lathe.model.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Numbers for the nodes of a model, as a file names the nodes.
///
/// @param title what the numbers are
/// @param combination how the value of a group comes about, and that of a layer that several names
///   stand for
/// @param naming what the names are
/// @param values finite numbers by name, in the order of the file
/// @param operators what a runtime calls the operators of nodes, by name; empty where none is said
/// @param leftOut how many entries of the file hold no finite number
public record ValueSet(
        String title,
        Unit unit,
        Combination combination,
        Naming naming,
        SequencedMap<String, Double> values,
        Map<String, String> operators,
        int leftOut) {
    public ValueSet {
        operators = Map.copyOf(operators);
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /// Numbers without operators.
    public ValueSet(
            String title,
            Unit unit,
            Combination combination,
            Naming naming,
            SequencedMap<String, Double> values,
            int leftOut) {
        this(title, unit, combination, naming, values, Map.of(), leftOut);
    }

    /// What the names in a file are.
    public enum Naming {
        /// Names of nodes or of the values that they produce.
        NODES,
        /// The same, or positions of operators in a TensorFlow Lite file.
        NODES_OR_POSITIONS,
        /// Names that a runtime gives to what it made of the nodes.
        RUNTIME
    }
}
