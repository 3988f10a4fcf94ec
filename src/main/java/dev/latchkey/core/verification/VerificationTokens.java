package dev.latchkey.core.verification;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.Optional;

/** The store of email verification tokens. */
public interface VerificationTokens {

    /**
     * A token as it is kept.
     *
     * @param emailKey the address it proves; an account whose address changed meanwhile is not
     *     proven by it
     */
    record Kept(UserId user, String emailKey, Instant expiresAt) {}

    void insert(TokenHash hash, Kept token, Instant createdAt);

    /** Gives the token to exactly one caller, and only before it expires. */
    Optional<Kept> use(TokenHash hash, Instant at);

    /** Uses up every other one of a user. */
    void useAll(UserId user, Instant at);
}
