package dev.latchkey.core.account;

import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.Optional;

/** The store of addresses that accounts shall have once they are proven. */
public interface EmailChanges {
    /** A change as it waits. */
    record Kept(UserId user, Email email, Instant expiresAt) {}

    void insert(TokenHash hash, Kept change, Instant createdAt);

    /** As long as it is unused and has not expired. */
    Optional<Kept> find(TokenHash hash, Instant at);

    /** Gives it to exactly one caller, and only before it expires. */
    Optional<Kept> use(TokenHash hash, Instant at);

    /** Uses up every other one of a user. */
    void useAll(UserId user, Instant at);
}
