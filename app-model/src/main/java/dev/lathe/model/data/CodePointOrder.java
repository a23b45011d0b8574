package dev.lathe.model.data;

import java.util.Arrays;
import java.util.Comparator;

/// Strings by their code points, so that the order is the same on every machine and as in Python.
enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String first, String second) {
        return Arrays.compare(first.codePoints().toArray(), second.codePoints().toArray());
    }
}
