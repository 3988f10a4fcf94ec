package dev.latchkey.core.signin;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.Optional;

/** The store of login flows, known by the hash of their id. */
public interface LoginFlows {

    void insert(TokenHash id, LoginFlow flow);

    Optional<LoginFlow> find(TokenHash id);

    /** True for exactly one caller, and only before it expires. */
    boolean use(TokenHash id, Instant at);

    /** Notes that a second factor was proven. True for exactly one caller, as {@link #use} is. */
    boolean prove(TokenHash id, String method, Instant at);

    /** Uses up every flow of a user that still waits. */
    void useAll(UserId user, Instant at);
}
