package dev.latchkey.core.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;

import dev.latchkey.core.Await;
import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What was found in the store, by its key: bounded, with exact forgetting. A value that was read
 * before a change never survives that change. Known ones are given without a lock; unknown ones are
 * looked up once, however many ask at the same time.
 */
public final class Remembered<K, V> implements Forgetting {

    /** Who is behind a value: when one of them changes, it is forgotten. */
    public interface Owners<V> {
        /** Users as {@link UserId}, clients as their id. */
        List<Object> of(V value);
    }

    /** A look-up under way; one begun before a change is never shared with who asks after it. */
    private record Lookup<K>(K key, long epoch) {}

    private final Cache<K, V> entries;
    private final CacheTrust trust;
    private final Owners<V> owners;
    private final Map<Object, Keys<K>> byOwner = new ConcurrentHashMap<>();
    private final Map<Lookup<K>, CompletableFuture<Optional<V>>> underWay =
            new ConcurrentHashMap<>();
    private final AtomicLong epoch = new AtomicLong();

    /**
     * @param most how many values are kept at the most
     */
    public Remembered(int most, CacheTrust trust, Owners<V> owners) {
        this.entries =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .executor(Runnable::run)
                        .evictionListener(
                                (@Nullable K key, @Nullable V value, RemovalCause cause) ->
                                        unlist(key, value))
                        .build();
        this.trust = trust;
        this.owners = owners;
    }

    /**
     * From memory, or null: then the store has to be asked. Never waits. Whether the value is good
     * for ever is the caller's to know.
     */
    public @Nullable V known(K key) {
        return trust.trusted() ? entries.getIfPresent(key) : null;
    }

    /**
     * Any one of an owner's values, or null. Nothing that this owner's changes forget has changed
     * since it was read. Waits for who forgets: what is made of the value, in a look-up that began
     * meanwhile, would be kept.
     */
    public synchronized @Nullable V oneOf(Object owner) {
        var key = new AtomicReference<@Nullable K>();
        byOwner.computeIfPresent(
                owner,
                (_, keys) -> {
                    key.set(keys.one());
                    return keys;
                });
        var found = key.get();
        return found == null || !trust.trusted()
                ? null
                : entries.policy().getIfPresentQuietly(found);
    }

    /** From the store, whatever is known. */
    public Optional<V> find(K key, Supplier<Optional<V>> store) {
        var lookup = new Lookup<>(key, epoch.get());
        var mine = new CompletableFuture<Optional<V>>();
        var others = underWay.putIfAbsent(lookup, mine);
        if (others != null) {
            return Await.answer(others);
        }
        try {
            var found = store.get();
            found.ifPresent(value -> put(key, value, lookup.epoch()));
            mine.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(lookup, mine);
        }
    }

    /**
     * Remembers, unless anything was forgotten since {@code epochBefore}: then what was read may be
     * stale already.
     */
    private synchronized void put(K key, V value, long epochBefore) {
        if (epoch.get() == epochBefore) {
            for (var owner : owners.of(value)) {
                byOwner.compute(
                        owner, (_, keys) -> keys == null ? new Keys.One<>(key) : keys.with(key));
            }
            entries.put(key, value);
        }
    }

    @Override
    public void forget(UserId user) {
        drop(user);
    }

    @Override
    public void forgetClient(String clientId) {
        drop(clientId);
    }

    private synchronized void drop(Object owner) {
        epoch.incrementAndGet();
        var keys = byOwner.remove(owner);
        if (keys != null) {
            keys.all().forEach(key -> unlist(key, entries.asMap().remove(key)));
        }
    }

    @Override
    public synchronized void forgetAll() {
        epoch.incrementAndGet();
        byOwner.clear();
        entries.invalidateAll();
    }

    private void unlist(@Nullable K key, @Nullable V value) {
        if (key != null && value != null) {
            owners.of(value).forEach(owner -> disown(owner, key));
        }
    }

    /** How many are behind what is remembered. */
    int owners() {
        return byOwner.size();
    }

    private void disown(Object owner, K key) {
        byOwner.computeIfPresent(owner, (_, keys) -> keys.without(key));
    }
}
