package dev.latchkey.testkit;

import dev.latchkey.core.key.SigningKey;
import dev.latchkey.core.key.SigningKeys;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Signing keys kept in memory; counts how often they are read. */
public final class KeptSigningKeys implements SigningKeys {
    private final List<SigningKey> kept = new CopyOnWriteArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();

    @Override
    public List<SigningKey> all() {
        reads.incrementAndGet();
        return kept.stream()
                .sorted(Comparator.comparing(SigningKey::createdAt).reversed())
                .toList();
    }

    @Override
    public void insert(SigningKey key) {
        kept.add(key);
    }

    @Override
    public void delete(String id) {
        kept.removeIf(key -> key.id().equals(id));
    }

    public int reads() {
        return reads.get();
    }
}
