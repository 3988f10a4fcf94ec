package dev.latchkey.core.memory;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Answers made from something remembered: forgotten with it. Most have one or two, and there are
 * many of these, so they hang on each other rather than in a map.
 */
public final class Answers {
    private record Kept(String name, byte[] answer, @Nullable Kept more) {}

    private final AtomicReference<@Nullable Kept> first = new AtomicReference<>();

    /** Made at the first time; when two make it at the same time, both answers are as good. */
    public byte[] of(String name, Supplier<byte[]> render) {
        var known = kept(name);
        if (known != null) {
            return known;
        }
        var made = render.get();
        keep(name, made);
        return made;
    }

    /** Null when there is none. Never waits. */
    public byte @Nullable [] kept(String name) {
        for (var kept = first.get(); kept != null; kept = kept.more()) {
            if (kept.name().equals(name)) {
                return kept.answer();
            }
        }
        return null;
    }

    /** For one that took a look at the store after what it is made from was read. */
    public void keep(String name, byte[] answer) {
        first.updateAndGet(
                others -> hasOne(others, name) ? others : new Kept(name, answer, others));
    }

    private static boolean hasOne(@Nullable Kept others, String name) {
        for (var kept = others; kept != null; kept = kept.more()) {
            if (kept.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
