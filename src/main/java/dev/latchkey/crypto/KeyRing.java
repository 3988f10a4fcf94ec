package dev.latchkey.crypto;

import dev.latchkey.core.Transactions;
import dev.latchkey.core.key.KeyMaker;
import dev.latchkey.core.key.KeyState;
import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.key.SigningKey;
import dev.latchkey.core.key.SigningKeys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The signing keys of this deployment, in memory. Reads the store when it opens, when a token names
 * a key it does not know (at most once a second, or forged tokens would keep the database busy),
 * and when told to.
 */
public final class KeyRing implements KeyMaker {
    private static final Duration BETWEEN_RELOADS = Duration.ofSeconds(1);

    private final SigningKeys store;
    private final Transactions transactions;
    private final SealedKeys sealed;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, RingKey> opened = new HashMap<>();
    private volatile Runnable whenGone = () -> {};
    private volatile Ring ring = new Ring(List.of(), Map.of());
    private volatile Instant reloadedAt = Instant.MIN;

    /** Loads the keys, and makes the quick one (ES256) when there is none. */
    public KeyRing(SigningKeys store, Transactions transactions, Sealer sealer, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.sealed = new SealedKeys(sealer);
        this.clock = clock;
        reload();
        ensure(SigningAlgorithm.ES256);
    }

    /**
     * Makes the keys that are missing. An RSA key takes up to a second of one core, so this is work
     * for the background.
     */
    public void prepare() {
        for (var algorithm : SigningAlgorithm.values()) {
            ensure(algorithm);
        }
    }

    /**
     * What is to be told when a key is there no longer: tokens that it signed were perhaps found
     * good, and are not any more.
     */
    public void whenGone(Runnable told) {
        whenGone = told;
    }

    /** The public keys as a JWK set (RFC 7517), ready to be sent. Waits for nothing. */
    public byte[] published() {
        return ring.published().clone();
    }

    @Override
    public List<String> algorithms() {
        return Arrays.stream(SigningAlgorithm.values()).map(SigningAlgorithm::name).toList();
    }

    @Override
    public SigningKey make(String algorithm, Instant createdAt, Instant signsFrom) {
        return sealed.make(SigningAlgorithm.valueOf(algorithm), createdAt, signsFrom);
    }

    /** Takes in what other nodes have made, and lets a key that has waited sign. */
    @Override
    public void reload() {
        lock.lock();
        try {
            reloadedAt = clock.instant();
            var all = store.all();
            var before = ring;
            ring =
                    new Ring(
                            all.stream().flatMap(key -> open(key).stream()).toList(),
                            KeyState.of(all, reloadedAt));
            if (!ring.hasAllOf(before)) {
                whenGone.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A key that is open already stays in the hands that it is in. */
    private Optional<RingKey> open(SigningKey key) {
        var known = opened.get(key.id());
        if (known != null) {
            return Optional.of(known.signingFrom(key.signsFrom()));
        }
        var now = sealed.open(key);
        now.ifPresent(ready -> opened.put(key.id(), ready));
        return now;
    }

    /** What signs now; the key is made first when there is none yet. */
    JwsHead signing(TokenType type, SigningAlgorithm algorithm) {
        return ring.signing(type, algorithm)
                .orElseGet(() -> {
                    ensure(algorithm);
                    return ring.signing(type, algorithm).orElseThrow();
                });
    }

    /** The key behind an encoded header, looked up in the store too when it is unknown here. */
    Optional<JwsHead> head(String text) {
        var known = ring.head(text);
        if (known.isPresent()) {
            return known;
        }
        reloadIfDue();
        return ring.head(text);
    }

    private void reloadIfDue() {
        lock.lock();
        try {
            if (!clock.instant().isBefore(reloadedAt.plus(BETWEEN_RELOADS))) {
                reload();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Nodes that start at once on one database may each make a key: all of them verify and are
     * published, and the newest signs on every node as soon as it has read the store again.
     */
    private void ensure(SigningAlgorithm algorithm) {
        lock.lock();
        try {
            if (ring.has(algorithm)) {
                return;
            }
            var now = clock.instant();
            var made = sealed.make(algorithm, now, now);
            transactions.writing(() -> {
                var taken =
                        store.all().stream()
                                .anyMatch(key -> key.algorithm().equals(algorithm.name()));
                if (!taken) {
                    store.insert(made);
                }
            });
            reload();
        } finally {
            lock.unlock();
        }
    }
}
