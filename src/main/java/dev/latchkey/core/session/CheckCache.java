package dev.latchkey.core.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers good credentials by their hash, bounded, with exact forgetting: an entry that was read
 * from the store before a change never survives that change.
 */
final class CheckCache implements Forgetting {
    private final Cache<TokenHash, Checked> entries;
    private final Map<UserId, Set<TokenHash>> byUser = new ConcurrentHashMap<>();
    private final AtomicLong epoch = new AtomicLong();

    CheckCache(int most) {
        this.entries =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .executor(Runnable::run)
                        .evictionListener(
                                (@Nullable TokenHash hash,
                                        @Nullable Checked checked,
                                        RemovalCause cause) -> unlist(hash, checked))
                        .build();
    }

    @Nullable Checked get(TokenHash hash) {
        return entries.getIfPresent(hash);
    }

    /** To be read before the store is; {@link #put} needs it. */
    long epoch() {
        return epoch.get();
    }

    /**
     * Remembers, unless anything was forgotten since {@code epochBefore}: then what was read may be
     * stale already.
     */
    synchronized void put(TokenHash hash, Checked checked, long epochBefore) {
        if (epoch.get() == epochBefore) {
            byUser.computeIfAbsent(checked.user(), u -> ConcurrentHashMap.newKeySet()).add(hash);
            entries.put(hash, checked);
        }
    }

    @Override
    public synchronized void forget(UserId user) {
        epoch.incrementAndGet();
        var hashes = byUser.remove(user);
        if (hashes != null) {
            entries.invalidateAll(hashes);
        }
    }

    @Override
    public synchronized void forgetAll() {
        epoch.incrementAndGet();
        byUser.clear();
        entries.invalidateAll();
    }

    private void unlist(@Nullable TokenHash hash, @Nullable Checked checked) {
        if (hash != null && checked != null) {
            byUser.computeIfPresent(
                    checked.user(),
                    (user, hashes) -> {
                        hashes.remove(hash);
                        return hashes.isEmpty() ? null : hashes;
                    });
        }
    }
}
