package dev.lathe.model.search;

import java.io.Serial;

/// The steps that the regular expressions of one search may take in all. Some expressions need
/// exponentially many (`(a+)+b`), and the JDK has no limit of its own.
final class Steps {
    /// Characters looked at: less than a second.
    private static final int MOST = 100_000_000;

    private int left = MOST;

    /// There are no steps left.
    static final class Exhausted extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        Exhausted() {
            super("a regular expression needs too many steps", null, false, false);
        }
    }

    /// A text of which each look at a character is a step.
    CharSequence counting(String text) {
        return new Counted(text);
    }

    private final class Counted implements CharSequence {
        private final String text;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
