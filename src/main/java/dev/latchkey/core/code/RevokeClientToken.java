package dev.latchkey.core.code;

import dev.latchkey.core.Origin;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.client.Client;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;
import java.util.Optional;

/**
 * A client gives a token back, and with it everything that came of the same grant (RFC 7009,
 * section 2.1). A used refresh token does it too; somebody else's does nothing.
 */
public final class RevokeClientToken {
    private final ClientAccessTokens accessTokens;
    private final ClientRefreshTokens refreshTokens;
    private final ClientGrants grants;
    private final EndGrant endGrant;
    private final Clock clock;

    public RevokeClientToken(
            ClientAccessTokens accessTokens,
            ClientRefreshTokens refreshTokens,
            ClientGrants grants,
            EndGrant endGrant,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.grants = grants;
        this.endGrant = endGrant;
        this.clock = clock;
    }

    public void run(Client client, String token, Origin origin) {
        grantOf(token)
                .flatMap(grants::find)
                .filter(grant -> grant.clientId().equals(client.id()))
                .ifPresent(
                        grant -> endGrant.run(grant, AuditEvent.Kind.CLIENT_TOKEN_REVOKED, origin));
    }

    private Optional<GrantId> grantOf(String token) {
        return Secret.parse(SecretKind.REFRESH_TOKEN, token)
                .flatMap(secret -> refreshTokens.find(secret.hash()))
                .map(ClientRefreshTokens.Kept::grant)
                .or(() ->
                        accessTokens
                                .verify(token, clock.instant())
                                .map(ClientAccessTokens.Claims::grant));
    }
}
