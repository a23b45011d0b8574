package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.graph.TensorContent;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The latest results for contents of tensors, which it does not keep in memory.
///
/// @param <K> tells results for one content apart
final class Recent<K, T> {
    private static final int KEPT = 64;
    private final Deque<Entry<K, T>> entries = new ArrayDeque<>();

    private record Entry<K, T>(WeakReference<TensorContent> content, K key, T result) {
        @SuppressWarnings("ReferenceEquality") // comparing the elements takes long
        boolean isFor(TensorContent other, K otherKey) {
            return content.get() == other && key.equals(otherKey);
        }
    }

    Optional<T> get(TensorContent content, K key) {
        return entries.stream()
                .filter(entry -> entry.isFor(content, key))
                .findFirst()
                .map(Entry::result);
    }

    void put(TensorContent content, K key, T result) {
        if (entries.size() == KEPT) {
            entries.removeLast();
        }
        entries.addFirst(new Entry<>(new WeakReference<>(content), key, result));
    }
}
