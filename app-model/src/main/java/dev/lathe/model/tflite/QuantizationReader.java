package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Oddities;
import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.TensorNumbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Reads how integers stand for reals: one scale, one for each index along an axis, or one for each
/// block along the last axis (LiteRT `schema.fbs`, `QuantizationParameters`).
final class QuantizationReader {
    private static final int SCALE = 2;
    private static final int ZERO_POINT = 3;
    private static final int DETAILS_TYPE = 4;
    private static final int DETAILS = 5;
    private static final int AXIS = 6;

    private static final int CUSTOM = 1;
    private static final int BLOCKWISE = 2;
    private static final int MULTI_AXIS = 3;

    private static final int BLOCK_SCALES = 0;
    private static final int BLOCK_ZERO_POINTS = 1;
    private static final int BLOCK_SIZE = 2;
    private static final int BLOCK_DIMENSIONS = 3;

    private final TensorReader tensors;
    private final List<FlatTable> siblings;
    private final int rank;
    private final Oddities oddities;

    /// @param siblings the tensors of the same graph
    /// @param rank that of the value
    QuantizationReader(
            TensorReader tensors, List<FlatTable> siblings, int rank, Oddities oddities) {
        this.tensors = tensors;
        this.siblings = siblings;
        this.rank = rank;
        this.oddities = oddities;
    }

    /// The quantization of a value; empty if the table states only a range or nothing.
    Optional<Quantization> read(FlatTable table, String value) throws DamagedFlatbufferException {
        int details = table.uint8(DETAILS_TYPE);
        var block = table.table(DETAILS);
        if ((details == BLOCKWISE || details == MULTI_AXIS) && block.isPresent()) {
            return blocks(block.get(), details, value);
        }
        if (details == CUSTOM || details > MULTI_AXIS) {
            oddities.add(
                    "unknown-quantization",
                    "Tensor " + value + " is quantized in a way that is not known here.");
        }
        var scales = table.floats(SCALE);
        if (scales.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Quantization(
                        scales,
                        zeroPoints(table.longs(ZERO_POINT), scales.size()),
                        table.int32(AXIS, 0)));
    }

    /// As many zero points as scales: none are zeros, one goes for all.
    private static List<Long> zeroPoints(List<Long> stated, int count) {
        if (stated.size() == count) {
            return stated;
        }
        return Collections.nCopies(count, stated.size() == 1 ? stated.getFirst() : 0L);
    }

    private Optional<Quantization> blocks(FlatTable table, int details, String value)
            throws DamagedFlatbufferException {
        var scales = numbers(table.int32(BLOCK_SCALES, 0));
        var axes = details == MULTI_AXIS ? table.ints(BLOCK_DIMENSIONS) : new int[] {rank - 1};
        if (scales.isEmpty() || axes.length != 1) {
            oddities.add(
                    "unknown-quantization",
                    "Tensor " + value + " is quantized in a way that is not known here.");
            return Optional.empty();
        }
        var zeroPoints = numbers(table.int32(BLOCK_ZERO_POINTS, 0));
        return Optional.of(
                new Quantization(
                        scales.stream().map(Double::floatValue).toList(),
                        zeroPoints(
                                zeroPoints.stream().map(Double::longValue).toList(), scales.size()),
                        axes[0],
                        Math.max(0, table.int32(BLOCK_SIZE, 0))));
    }

    /// The elements of a tensor of the same graph; none if there is no such tensor.
    private List<Double> numbers(int index) throws DamagedFlatbufferException {
        if (index < 0 || index >= siblings.size()) {
            return List.of();
        }
        var tensor = tensors.constant(siblings.get(index), "").flatMap(TensorNumbers::of);
        if (tensor.isEmpty()) {
            return List.of();
        }
        var numbers = tensor.get();
        tensors.spend(numbers.count());
        var result = new ArrayList<Double>();
        for (long i = 0; i < numbers.count(); i++) {
            result.add(numbers.get(i));
        }
        return result;
    }
}
