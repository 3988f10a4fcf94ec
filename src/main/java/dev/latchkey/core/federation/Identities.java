package dev.latchkey.core.federation;

import dev.latchkey.core.account.UserId;

import java.time.Instant;
import java.util.Optional;

/** The store of links between providers' identities and accounts. */
public interface Identities {

    Optional<UserId> find(String issuer, String subject);

    /** False when that identity is linked already. */
    boolean link(String issuer, String subject, UserId user, Instant at);
}
