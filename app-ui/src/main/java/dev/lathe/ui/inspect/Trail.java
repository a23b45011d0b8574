package dev.lathe.ui.inspect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What was looked at, in order, with a place in it: like the history of a browser.
final class Trail<T> {
    private static final int LONGEST = 200;
    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private Optional<T> now = Optional.empty();

    /// Notes that something else is looked at; forgets what was ahead.
    void visit(T place) {
        if (now.equals(Optional.of(place))) {
            return;
        }
        now.ifPresent(before::push);
        if (before.size() > LONGEST) {
            before.removeLast();
        }
        after.clear();
        now = Optional.of(place);
    }

    /// Goes back one place.
    Optional<T> back() {
        return step(before, after);
    }

    /// Goes forth to the place that was left by going back.
    Optional<T> forth() {
        return step(after, before);
    }

    boolean canGoBack() {
        return !before.isEmpty();
    }

    boolean canGoForth() {
        return !after.isEmpty();
    }

    void clear() {
        before.clear();
        after.clear();
        now = Optional.empty();
    }

    private Optional<T> step(Deque<T> from, Deque<T> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        now.ifPresent(to::push);
        now = Optional.of(from.pop());
        return now;
    }
}
