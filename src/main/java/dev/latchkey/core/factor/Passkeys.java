package dev.latchkey.core.factor;

import dev.latchkey.core.account.UserId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of passkeys. */
public interface Passkeys {

    /** False when the credential is known already, to whomever it belongs. */
    boolean insert(Passkey passkey);

    Optional<Passkey> find(byte[] credentialId);

    /** Oldest first. */
    List<Passkey> of(UserId user);

    /** False when the user has no such passkey. */
    boolean rename(UserId user, PasskeyId id, String name);

    /** False when the user has no such passkey. */
    boolean remove(UserId user, PasskeyId id);

    void removeAll(UserId user);

    /**
     * Notes a use, with what the authenticator told about itself. One statement decides: false when
     * the counter did not grow, unless it is zero on both sides; then somebody was faster, or there
     * is a copy.
     */
    boolean use(PasskeyId id, long signCount, boolean backedUp, Instant at);
}
