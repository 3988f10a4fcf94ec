package dev.latchkey.core.account;

import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.Optional;

/** The store of tokens that let somebody choose a new password. */
public interface ResetTokens {
    /**
     * A token as it is kept.
     *
     * @param emailKey the address it was mailed to; it is worth nothing for an account whose
     *     address changed meanwhile
     */
    record Kept(UserId user, String emailKey, Instant expiresAt) {}

    void insert(TokenHash hash, Kept token, Instant createdAt);

    /** As long as it is unused and has not expired. */
    Optional<Kept> find(TokenHash hash, Instant at);

    /** Gives the token to exactly one caller, and only before it expires. */
    Optional<Kept> use(TokenHash hash, Instant at);

    /** Uses up every other one of a user. */
    void useAll(UserId user, Instant at);
}
