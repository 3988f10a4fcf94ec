package dev.latchkey.core.factor;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.List;

/** The store of recovery codes, known by their hash. */
public interface RecoveryCodes {

    /** Puts these in the place of all that were there. */
    void replace(UserId user, List<TokenHash> hashes, Instant at);

    boolean isUnused(UserId user, TokenHash hash);

    /** True for exactly one caller. */
    boolean use(UserId user, TokenHash hash, Instant at);

    /** How many are unused. */
    int left(UserId user);

    void removeAll(UserId user);
}
