package dev.lathe.app.window;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is made when it is first asked for, once. Used on one thread only.
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        var known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
