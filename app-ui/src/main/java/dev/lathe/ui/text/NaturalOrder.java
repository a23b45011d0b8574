package dev.lathe.ui.text;

import java.util.Comparator;

/// Texts as people sort them: digits by the number that they write (`block.9` before `block.10`),
/// letters without regard to their case unless all else is equal.
public enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int order;
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endA = endOfDigits(a, i);
                int endB = endOfDigits(b, j);
                order = compareNumbers(a, i, endA, b, j, endB);
                i = endA;
                j = endB;
            } else {
                order =
                        Character.compare(
                                Character.toLowerCase(a.charAt(i++)),
                                Character.toLowerCase(b.charAt(j++)));
            }
            if (order != 0) {
                return order;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest == 0 ? a.compareTo(b) : rest;
    }

    /// Compares numbers of any length: without leading zeros, the longer is the larger.
    private static int compareNumbers(
            String a, int startA, int endA, String b, int startB, int endB) {
        int i = skipZeros(a, startA, endA);
        int j = skipZeros(b, startB, endB);
        if (endA - i != endB - j) {
            return Integer.compare(endA - i, endB - j);
        }
        for (; i < endA; i++, j++) {
            if (a.charAt(i) != b.charAt(j)) {
                return Character.compare(a.charAt(i), b.charAt(j));
            }
        }
        return 0;
    }

    private static int skipZeros(String text, int from, int end) {
        int i = from;
        while (i < end - 1 && text.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    private static int endOfDigits(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
