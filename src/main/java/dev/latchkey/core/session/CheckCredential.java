package dev.latchkey.core.session;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says what a credential is worth right now. Known ones are answered from memory without a lock;
 * unknown ones are looked up once, however many ask at the same time.
 */
public final class CheckCredential {
    /** A look-up under way; one begun before a change is never shared with who asks after it. */
    private record Lookup(TokenHash hash, long epoch) {}

    private final CheckCache cache;
    private final CredentialLookup lookup;
    private final CacheTrust trust;
    private final Activity activity;
    private final Clock clock;
    private final Map<Lookup, CompletableFuture<Optional<Checked>>> underWay =
            new ConcurrentHashMap<>();

    /**
     * @param remembered how many credentials are kept in memory at the most
     */
    public CheckCredential(
            CredentialLookup lookup,
            CacheTrust trust,
            Activity activity,
            Clock clock,
            int remembered) {
        this.cache = new CheckCache(remembered);
        this.lookup = lookup;
        this.trust = trust;
        this.activity = activity;
        this.clock = clock;
    }

    /** What has to be told of every change. */
    public Forgetting forgetting() {
        return cache;
    }

    /** The answer from memory, or null when the store has to be asked. Never waits. */
    public @Nullable Checked known(Credential credential) {
        if (credential.text().length() > Credential.LONGEST || !trust.trusted()) {
            return null;
        }
        var checked = cache.get(keyOf(credential));
        var now = clock.instant();
        if (checked == null || !checked.isGood(now)) {
            return null;
        }
        note(checked);
        return checked;
    }

    /**
     * Refuses with NotSignedIn when there is no credential, or it is unknown, expired or revoked.
     */
    public Checked run(@Nullable Credential credential) {
        return find(credential).orElseThrow(() -> new Refused(new Refusal.NotSignedIn()));
    }

    /**
     * The same for doors that go on without: nothing when there is no credential, or no good one.
     */
    public Optional<Checked> find(@Nullable Credential credential) {
        if (credential == null || credential.text().length() > Credential.LONGEST) {
            return Optional.empty();
        }
        var known = known(credential);
        return known != null ? Optional.of(known) : look(credential);
    }

    private Optional<Checked> look(Credential credential) {
        var key = new Lookup(keyOf(credential), cache.epoch());
        var mine = new CompletableFuture<Optional<Checked>>();
        var others = underWay.putIfAbsent(key, mine);
        if (others != null) {
            return join(others);
        }
        try {
            var found = lookup.find(credential);
            found.ifPresent(checked -> cache.put(key.hash(), checked, key.epoch()));
            found.ifPresent(this::note);
            mine.complete(found);
            return found;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(key, mine);
        }
    }

    private static Optional<Checked> join(CompletableFuture<Optional<Checked>> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void note(Checked checked) {
        var now = clock.millis();
        if (checked.isDueToBeNoted(now)) {
            activity.note(checked, clock.instant());
        }
    }

    /**
     * A cookie's value shown as a bearer token has another key, so that one is never taken for the
     * other.
     */
    private static TokenHash keyOf(Credential credential) {
        return switch (credential) {
            case Credential.Bearer(var text) -> TokenHash.of(text);
            case Credential.Cookie(var text) -> TokenHash.of("cookie " + text);
        };
    }
}
