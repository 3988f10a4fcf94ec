package dev.latchkey.core.federation;

import dev.latchkey.core.account.UserId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of links between providers' identities and accounts. */
public interface Identities {

    /** Somebody's identity at a provider, and since when it leads to an account here. */
    record Linked(String issuer, String subject, Instant at) {}

    Optional<UserId> find(String issuer, String subject);

    /** False when that identity is linked already. */
    boolean link(String issuer, String subject, UserId user, Instant at);

    /** Those of an account, the oldest first. */
    List<Linked> of(UserId user);

    /** False when that identity is not linked to that account. */
    boolean unlink(String issuer, String subject, UserId user);

    /** How many of an issuer's lead to an account here; {@code most} when there are more. */
    long count(String issuer, int most);
}
