package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Oddities;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Turns one subgraph into a graph.
final class SubgraphDecoder {
    private static final int TENSORS = 0;
    private static final int INPUTS = 1;
    private static final int OUTPUTS = 2;
    private static final int OPERATORS = 3;
    private static final int NAME = 4;

    private final FlatTable table;
    private final String name;
    private final List<FlatTable> tensors;
    private final List<FlatTable> operators;
    private final List<OperatorCode> codes;
    private final TensorReader reader;
    private final TensorNames names;

    /// @param number its place in the model
    /// @param taken names that tensors of other subgraphs have
    SubgraphDecoder(
            FlatTable table,
            int number,
            List<OperatorCode> codes,
            TensorReader reader,
            Oddities oddities,
            Set<String> taken)
            throws DamagedFlatbufferException {
        this.table = table;
        this.codes = codes;
        this.reader = reader;
        var stated = table.string(NAME);
        name = stated.isEmpty() ? (number == 0 ? "main" : "subgraph " + number) : stated;
        tensors = table.tables(TENSORS);
        operators = table.tables(OPERATORS);
        names = new TensorNames(name, tensors, defined(), taken, oddities);
    }

    /// The graph's name, made up if the file gives none.
    String name() {
        return name;
    }

    long operators() {
        return operators.size();
    }

    /// The name of a tensor; a question mark for a number that no tensor has.
    String tensorName(long number) {
        return number < tensors.size() ? names.of((int) number) : "?";
    }

    /// The values that keep their elements from one run to the next.
    List<String> variables() throws DamagedFlatbufferException {
        var result = new ArrayList<String>();
        for (int i = 0; i < tensors.size(); i++) {
            if (TensorReader.isVariable(tensors.get(i))) {
                result.add(names.of(i));
            }
        }
        return result;
    }

    Graph decode(SubgraphReferences subgraphs) throws DamagedFlatbufferException {
        var values = new ArrayList<Value>(tensors.size());
        for (int i = 0; i < tensors.size(); i++) {
            values.add(reader.value(tensors.get(i), names.of(i), tensors));
        }
        var inputs = table.ints(INPUTS);
        var outputs = table.ints(OUTPUTS);
        return new Graph(
                name,
                nodes(subgraphs),
                chosen(inputs, values),
                chosen(outputs, values),
                inner(inputs, outputs, values),
                constants(),
                Extras.NONE);
    }

    private List<Node> nodes(SubgraphReferences subgraphs) throws DamagedFlatbufferException {
        var decoder = new OperatorDecoder(codes, names, new OptionReader(subgraphs));
        var nodes = new ArrayList<Node>(operators.size());
        for (FlatTable operator : operators) {
            nodes.add(decoder.node(operator));
        }
        var nodeNames =
                NodeNames.of(
                        nodes.stream().map(Node::opType).toList(),
                        nodes.stream().map(SubgraphDecoder::firstOutput).toList());
        for (int i = 0; i < nodes.size(); i++) {
            nodes.set(i, named(nodes.get(i), nodeNames.get(i)));
        }
        return nodes;
    }

    private static String firstOutput(Node node) {
        return node.outputs().isEmpty() ? "" : node.outputs().getFirst();
    }

    private static Node named(Node node, String other) {
        return new Node(
                other,
                node.opType(),
                node.domain(),
                node.inputs(),
                node.outputs(),
                node.attributes(),
                node.extras());
    }

    private List<Value> chosen(int[] numbers, List<Value> values)
            throws DamagedFlatbufferException {
        var result = new ArrayList<Value>(numbers.length);
        for (int number : numbers) {
            names.check(number);
            result.add(values.get(number));
        }
        return result;
    }

    private static List<Value> inner(int[] inputs, int[] outputs, List<Value> values) {
        var outer = new HashSet<Integer>();
        for (int input : inputs) {
            outer.add(input);
        }
        for (int output : outputs) {
            outer.add(output);
        }
        var result = new ArrayList<Value>();
        for (int i = 0; i < values.size(); i++) {
            if (!outer.contains(i)) {
                result.add(values.get(i));
            }
        }
        return result;
    }

    /// The tensors with data, except those that an operator writes.
    private List<Tensor> constants() throws DamagedFlatbufferException {
        var written = new HashSet<Integer>();
        for (FlatTable operator : operators) {
            OperatorDecoder.outputs(operator).forEach(written::add);
        }
        var result = new ArrayList<Tensor>();
        for (int i = 0; i < tensors.size(); i++) {
            if (!written.contains(i)) {
                reader.constant(tensors.get(i), names.of(i)).ifPresent(result::add);
            }
        }
        return result;
    }

    /// The tensors that are inputs, have data, or are written by an operator.
    private Set<Integer> defined() throws DamagedFlatbufferException {
        var result = new HashSet<Integer>();
        for (int input : table.ints(INPUTS)) {
            result.add(input);
        }
        for (FlatTable operator : operators) {
            OperatorDecoder.outputs(operator).forEach(result::add);
        }
        for (int i = 0; i < tensors.size(); i++) {
            if (TensorReader.hasBuffer(tensors.get(i))) {
                result.add(i);
            }
        }
        return result;
    }
}
