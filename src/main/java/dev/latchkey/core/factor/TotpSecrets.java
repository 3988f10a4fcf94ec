package dev.latchkey.core.factor;

import dev.latchkey.core.account.UserId;

import java.time.Instant;
import java.util.Optional;

/** The store of what authenticator apps share with us: at most one for each user. */
public interface TotpSecrets {

    /**
     * As it is kept.
     *
     * @param sealed the secret, sealed under the server's secret
     * @param lastStep the step of the code that was used last
     */
    record Kept(byte[] sealed, long lastStep, Instant createdAt, Instant lastUsedAt) {}

    Optional<Kept> find(UserId user);

    /** False when there is one already. */
    boolean insert(UserId user, Kept kept);

    /** One statement decides: true for exactly one caller for each step, and for none before it. */
    boolean use(UserId user, long step, Instant at);

    /** False when there was none. */
    boolean remove(UserId user);
}
