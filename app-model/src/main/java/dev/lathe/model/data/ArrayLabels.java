package dev.lathe.model.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Labels that lie in an array of whole numbers.
final class ArrayLabels {
    private static final int MAX_CLASSES = 1_000_000;

    private ArrayLabels() {}

    /// The label of each sample.
    ///
    /// @param samples how many there have to be
    /// @param names the classes; empty if they have no names
    static int[] read(String data, NumberArray labels, long samples, List<String> names)
            throws DatasetException {
        boolean isColumn = labels.sizes.length == 1 || labels.itemElements() == 1;
        if (!isColumn || !labels.type.isWhole()) {
            throw refusal(data, "its labels are not one whole number for each sample");
        }
        if (labels.count() != samples) {
            throw refusal(data, "it has " + samples + " samples but " + labels.count() + " labels");
        }
        int classes = names.isEmpty() ? MAX_CLASSES : names.size();
        var result = new int[(int) samples];
        for (int i = 0; i < result.length; i++) {
            double label = labels.get(i);
            if (label < 0 || label >= classes) {
                throw refusal(
                        data,
                        "sample "
                                + i
                                + " has the label "
                                + (long) label
                                + ", which is not in 0 … "
                                + (classes - 1));
            }
            result[i] = (int) label;
        }
        return result;
    }

    /// The names of the classes: the given ones, or else numbers.
    static List<String> names(int[] labels, List<String> given) {
        if (!given.isEmpty()) {
            return given;
        }
        int classes = Arrays.stream(labels).max().orElse(-1) + 1;
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    private static DatasetException refusal(String data, String reason) {
        return new DatasetException("Cannot use the data " + data + ": " + reason);
    }
}
