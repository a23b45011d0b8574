package dev.lathe.model.recipe;

import java.util.List;
import java.util.stream.Stream;

/// A value with the values before it and those that undo has stepped back from.
///
/// @param past earlier values, the latest last
/// @param future undone values, the next to be redone first
public record History<T>(List<T> past, T present, List<T> future) {

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /// A history that begins with the given value.
    public static <T> History<T> startingWith(T present) {
        return new History<>(List.of(), present, List.of());
    }

    /// This history with a new present; what had been undone is forgotten.
    public History<T> push(T next) {
        return new History<>(joined(past, List.of(present)), next, List.of());
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    /// One step back, or this history if there is none.
    public History<T> undo() {
        if (!canUndo()) {
            return this;
        }
        return new History<>(
                past.subList(0, past.size() - 1), past.getLast(), joined(List.of(present), future));
    }

    /// One step forward, or this history if there is none.
    public History<T> redo() {
        if (!canRedo()) {
            return this;
        }
        return new History<>(
                joined(past, List.of(present)),
                future.getFirst(),
                future.subList(1, future.size()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
