package dev.latchkey.core.code;

import dev.latchkey.core.account.User;
import dev.latchkey.core.memory.Answers;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A client's token that was found good: how long that holds, and an answer made from it. */
public final class KnownToken {
    private final ClientGrant grant;
    private final @Nullable User user;
    private final ClientAccessTokens.@Nullable Claims access;
    private final String scope;
    private final Instant expiresAt;
    private final Instant goodUntil;
    private final Answers answers = new Answers();

    /**
     * @param access what the access token says, or null for a refresh token
     */
    KnownToken(
            LiveGrant.Good live,
            ClientAccessTokens.@Nullable Claims access,
            String scope,
            Instant expiresAt) {
        this.grant = live.grant();
        this.user = live.user();
        this.access = access;
        this.scope = scope;
        this.expiresAt = expiresAt;
        this.goodUntil = expiresAt.isBefore(live.until()) ? expiresAt : live.until();
    }

    public ClientGrant grant() {
        return grant;
    }

    /** Null where a client acts for itself. */
    public @Nullable User user() {
        return user;
    }

    /** What the access token says, or null for a refresh token. */
    public ClientAccessTokens.@Nullable Claims access() {
        return access;
    }

    public String scope() {
        return scope;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** An answer made once for as long as this token is remembered. */
    public byte[] answer(String name, Function<KnownToken, byte[]> render) {
        return answers.of(name, () -> render.apply(this));
    }

    /** One that was made before, or null. Never waits. */
    public byte @Nullable [] kept(String name) {
        return answers.kept(name);
    }

    boolean isGood(Instant now) {
        return now.isBefore(goodUntil);
    }

    /** Whoever changes, it has to be looked up again. */
    public static List<Object> owners(KnownToken token) {
        var user = token.grant.user();
        var client = token.grant.clientId();
        return user == null ? List.of(client) : List.of(user, client);
    }
}
