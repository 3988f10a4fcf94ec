package dev.latchkey.core.code;

import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.Optional;

/** The store of authorization codes, known by their hash. */
public interface AuthorizationCodes {

    void insert(TokenHash hash, AuthorizationCode code);

    Optional<AuthorizationCode> find(TokenHash hash);

    /** True for exactly one caller, and only before it expires. */
    boolean use(TokenHash hash, Instant at);
}
