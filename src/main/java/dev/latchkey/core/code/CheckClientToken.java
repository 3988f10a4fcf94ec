package dev.latchkey.core.code;

import dev.latchkey.core.memory.Remembered;
import dev.latchkey.core.session.Credential;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Optional;

/**
 * Says what a client's token is worth right now: its signature, and then always its grant. Access
 * tokens are answered from memory where they are known.
 */
public final class CheckClientToken {
    private final ClientAccessTokens accessTokens;
    private final ClientRefreshTokens refreshTokens;
    private final ClientGrants grants;
    private final LiveGrant live;
    private final Remembered<TokenHash, KnownToken> remembered;
    private final Clock clock;

    public CheckClientToken(
            ClientAccessTokens accessTokens,
            ClientRefreshTokens refreshTokens,
            ClientGrants grants,
            LiveGrant live,
            Remembered<TokenHash, KnownToken> remembered,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.grants = grants;
        this.live = live;
        this.remembered = remembered;
        this.clock = clock;
    }

    /** A good access token from memory, or null when the store has to be asked. Never waits. */
    public @Nullable KnownToken known(String text) {
        if (text.length() > Credential.LONGEST) {
            return null;
        }
        var known = remembered.known(TokenHash.of(text));
        return known != null && known.isGood(clock.instant()) ? known : null;
    }

    public Optional<KnownToken> access(String text) {
        if (text.length() > Credential.LONGEST) {
            return Optional.empty();
        }
        var known = known(text);
        return known != null
                ? Optional.of(known)
                : remembered.find(TokenHash.of(text), () -> look(text));
    }

    private Optional<KnownToken> look(String text) {
        var now = clock.instant();
        return accessTokens
                .verify(text, now)
                .flatMap(claims ->
                        grants.find(claims.grant())
                                .flatMap(grant -> live.check(grant, now))
                                .map(good ->
                                        new KnownToken(
                                                good, claims, claims.scope(), claims.expiresAt())));
    }

    /** A used one is worth nothing any more, so none is remembered. */
    public Optional<KnownToken> refresh(String text) {
        var now = clock.instant();
        return Secret.parse(SecretKind.REFRESH_TOKEN, text)
                .flatMap(secret -> refreshTokens.find(secret.hash()))
                .filter(kept -> kept.usedAt() == null && now.isBefore(kept.expiresAt()))
                .flatMap(kept ->
                        grants.find(kept.grant())
                                .flatMap(grant -> live.check(grant, now))
                                .map(good ->
                                        new KnownToken(
                                                good,
                                                null,
                                                good.grant().scope(),
                                                kept.expiresAt())));
    }

    /** Either kind. */
    public Optional<KnownToken> any(String text) {
        return refresh(text).or(() -> access(text));
    }
}
