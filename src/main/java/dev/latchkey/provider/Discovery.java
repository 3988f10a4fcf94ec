package dev.latchkey.provider;

import dev.latchkey.config.ProviderConfig;
import dev.latchkey.core.Refused;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Finds a provider's description and remembers it for an hour; an old one is better than none. Many
 * who ask a provider that is down wait for one attempt together.
 */
final class Discovery {
    private static final String PATH = "/.well-known/openid-configuration";
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration SAME_ATTEMPT = Duration.ofSeconds(1);

    private record Found(Description description, Instant at) {}

    private record Missed(Refused why, Instant at) {}

    private final ProviderConfig.Protocol.OpenId protocol;
    private final Outside outside;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Found found;
    private volatile @Nullable Missed missed;

    Discovery(ProviderConfig.Protocol.OpenId protocol, Outside outside, Clock clock) {
        this.protocol = protocol;
        this.outside = outside;
        this.clock = clock;
    }

    /** Refuses with ProviderFailed. */
    Description run() {
        if (protocol.endpoints() != null) {
            return Description.of(protocol.endpoints());
        }
        var known = found;
        if (known != null && isWithin(known.at(), FRESH)) {
            return known.description();
        }
        lock.lock();
        try {
            return again(known);
        } finally {
            lock.unlock();
        }
    }

    private Description again(@Nullable Found before) {
        var known = found;
        if (known != null && !known.equals(before)) {
            return known.description();
        }
        var failure = missed;
        if (failure != null && isWithin(failure.at(), SAME_ATTEMPT)) {
            return orOld(known, failure.why());
        }
        try {
            var description = fetch();
            found = new Found(description, clock.instant());
            return description;
        } catch (Refused refused) {
            missed = new Missed(refused, clock.instant());
            return orOld(known, refused);
        }
    }

    private static Description orOld(@Nullable Found known, Refused why) {
        if (known == null) {
            throw why;
        }
        return known.description();
    }

    /** Asks now, whatever is remembered. Refuses with ProviderFailed. */
    Description fetch() {
        if (protocol.endpoints() != null) {
            return Description.of(protocol.endpoints());
        }
        var issuer = protocol.issuer();
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return Description.read(issuer, outside.object(URI.create(base + PATH), Map.of()));
    }

    private boolean isWithin(Instant at, Duration time) {
        return clock.instant().isBefore(at.plus(time));
    }
}
