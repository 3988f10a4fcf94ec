package dev.latchkey.core.code;

import dev.latchkey.core.Ids;
import dev.latchkey.core.account.User;
import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.FirstPartyClient;
import dev.latchkey.core.client.RegisteredClient;
import dev.latchkey.core.token.Secret;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a client's access token says: for our user-info, and for the client's own API where
 * it has one; never for an API of ours.
 */
public final class ClientTokenWriter {
    private final ClientAccessTokens tokens;
    private final String userInfo;
    private final Clock clock;
    private final Ids ids;
    private final Duration lifetime;

    /**
     * @param userInfo the address of our user-info endpoint
     */
    public ClientTokenWriter(
            ClientAccessTokens tokens, String userInfo, Clock clock, Ids ids, Duration lifetime) {
        this.tokens = tokens;
        this.userInfo = userInfo;
        this.clock = clock;
        this.ids = ids;
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }

    ClientTokens write(
            ClientGrant grant,
            Client client,
            @Nullable User user,
            String scope,
            @Nullable Secret refreshToken) {
        var now = clock.instant();
        var latest = now.plus(lifetime);
        var end = latest.isBefore(grant.expiresAt()) ? latest : grant.expiresAt();
        var claims =
                new ClientAccessTokens.Claims(
                        ids.next().toString(),
                        grant.id(),
                        user == null ? client.id() : user.id().toString(),
                        client.id(),
                        audience(client, user),
                        scope,
                        now,
                        end,
                        grant.authenticatedAt(),
                        grant.method());
        return new ClientTokens(grant, user, tokens.sign(claims), scope, end, refreshToken);
    }

    private List<String> audience(Client client, @Nullable User user) {
        List<String> audience = new ArrayList<>();
        var own =
                switch (client) {
                    case FirstPartyClient _ -> null;
                    case RegisteredClient registered -> registered.settings().audience();
                };
        if (user != null || own == null) {
            audience.add(userInfo);
        }
        if (own != null) {
            audience.add(own);
        }
        return audience;
    }
}
