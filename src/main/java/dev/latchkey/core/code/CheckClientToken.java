package dev.latchkey.core.code;

import dev.latchkey.core.account.User;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Says what a client's token is worth right now: its signature, and then always its grant. */
public final class CheckClientToken {

    /**
     * A token that is good.
     *
     * @param access what the access token says, or null for a refresh token
     */
    public record Good(
            ClientGrant grant,
            @Nullable User user,
            ClientAccessTokens.@Nullable Claims access,
            String scope,
            Instant expiresAt) {}

    private final ClientAccessTokens accessTokens;
    private final ClientRefreshTokens refreshTokens;
    private final ClientGrants grants;
    private final LiveGrant live;
    private final Clock clock;

    public CheckClientToken(
            ClientAccessTokens accessTokens,
            ClientRefreshTokens refreshTokens,
            ClientGrants grants,
            LiveGrant live,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.grants = grants;
        this.live = live;
        this.clock = clock;
    }

    public Optional<Good> access(String text) {
        var now = clock.instant();
        return accessTokens
                .verify(text, now)
                .flatMap(claims ->
                        grants.find(claims.grant())
                                .flatMap(grant -> live.check(grant, now))
                                .map(good ->
                                        new Good(
                                                good.grant(),
                                                good.user(),
                                                claims,
                                                claims.scope(),
                                                claims.expiresAt())));
    }

    /** A used one is worth nothing any more. */
    public Optional<Good> refresh(String text) {
        var now = clock.instant();
        return Secret.parse(SecretKind.REFRESH_TOKEN, text)
                .flatMap(secret -> refreshTokens.find(secret.hash()))
                .filter(kept -> kept.usedAt() == null && now.isBefore(kept.expiresAt()))
                .flatMap(kept ->
                        grants.find(kept.grant())
                                .flatMap(grant -> live.check(grant, now))
                                .map(good ->
                                        new Good(
                                                good.grant(),
                                                good.user(),
                                                null,
                                                good.grant().scope(),
                                                kept.expiresAt())));
    }

    /** Either kind. */
    public Optional<Good> any(String text) {
        return refresh(text).or(() -> access(text));
    }
}
