package dev.latchkey.core.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what somebody does too often, by key, in windows of a fixed length that begin with the
 * first count. Kept in memory: each node counts for itself, a restart forgets.
 */
public final class Throttle {
    private static final int MOST_KEYS = 100_000;

    private final Cache<String, AtomicInteger> counts;
    private final int limit;
    private final Duration window;

    public Throttle(int limit, Duration window) {
        this(limit, window, Ticker.systemTicker());
    }

    Throttle(int limit, Duration window, Ticker ticker) {
        this.limit = limit;
        this.window = window;
        this.counts =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KEYS)
                        .expireAfterWrite(window)
                        .ticker(ticker)
                        .build();
    }

    /** Refuses with TooManyAttempts when the key has reached its limit. */
    public void check(String key) {
        var count = counts.getIfPresent(key);
        if (count != null && count.get() >= limit) {
            throw refused(key);
        }
    }

    public void count(String key) {
        counts.get(key, k -> new AtomicInteger()).incrementAndGet();
    }

    /**
     * Counts, and refuses with TooManyAttempts when that was more than the limit: for what costs
     * whether it succeeds or not.
     */
    public void spend(String key) {
        if (counts.get(key, k -> new AtomicInteger()).incrementAndGet() > limit) {
            throw refused(key);
        }
    }

    /** Takes one {@link #spend} back. */
    public void refund(String key) {
        var count = counts.getIfPresent(key);
        if (count != null) {
            count.decrementAndGet();
        }
    }

    public void forget(String key) {
        counts.invalidate(key);
    }

    private Refused refused(String key) {
        var age =
                counts.policy()
                        .expireAfterWrite()
                        .flatMap(policy -> policy.ageOf(key))
                        .orElse(Duration.ZERO);
        var wait = window.minus(age);
        return new Refused(
                new Refusal.TooManyAttempts(
                        wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait));
    }
}
