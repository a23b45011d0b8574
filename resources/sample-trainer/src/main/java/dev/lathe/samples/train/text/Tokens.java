package dev.lathe.samples.train.text;

import java.util.Arrays;

/// A stretch of text as numbers of characters.
public final class Tokens {
    private final int[] numbers;

    private Tokens(int[] numbers) {
        this.numbers = numbers;
    }

    static Tokens of(int[] numbers, int from, int to) {
        return new Tokens(Arrays.copyOfRange(numbers, from, to));
    }

    /// How many characters there are.
    public int count() {
        return numbers.length;
    }

    /// Stretches of the same length, side by side: row after row, each with one character of every
    /// stretch, as a network reads them (`[sequence, batch]`).
    ///
    /// @param starts where each stretch starts
    /// @param length characters of each stretch
    public long[] sideBySide(int[] starts, int length) {
        var rows = new long[starts.length * length];
        for (int row = 0; row < length; row++) {
            for (int column = 0; column < starts.length; column++) {
                rows[row * starts.length + column] = numbers[starts[column] + row];
            }
        }
        return rows;
    }
}
