package dev.latchkey.core.memory;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Answers made from something remembered: forgotten with it. */
public final class Answers {
    /** Most doors have one answer that depends on nothing but the credential. */
    private final Map<String, byte[]> byName = new ConcurrentHashMap<>(4);

    /** Made once. */
    public byte[] of(String name, Supplier<byte[]> render) {
        var known = byName.get(name);
        return known != null ? known : byName.computeIfAbsent(name, _ -> render.get());
    }

    /**
     * Null when there is none. Never waits, unlike {@link #of} behind somebody else's rendering.
     */
    public byte @Nullable [] kept(String name) {
        return byName.get(name);
    }

    /** For one that took a look at the store after what it is made from was read. */
    public void keep(String name, byte[] answer) {
        byName.put(name, answer);
    }
}
