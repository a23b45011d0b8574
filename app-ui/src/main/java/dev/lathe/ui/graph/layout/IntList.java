package dev.lathe.ui.graph.layout;

import java.util.Arrays;

/// A growing list of numbers without boxes around them.
final class IntList {
    private int[] items = new int[8];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int get(int position) {
        return items[position];
    }

    int last() {
        return items[size - 1];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
