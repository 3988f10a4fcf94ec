package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Made once, when it is first asked for: what a start need not wait for. */
public final class Later<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    private Later(Supplier<T> maker) {
        this.maker = maker;
    }

    public static <T> Later<T> of(Supplier<T> maker) {
        return new Later<>(maker);
    }

    @Override
    public synchronized T get() {
        var known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }

    /** Does nothing when nobody asked for it yet. */
    public synchronized void ifMade(Consumer<T> use) {
        if (made != null) {
            use.accept(made);
        }
    }
}
