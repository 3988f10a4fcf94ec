package dev.latchkey.core.client;

import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * A client that an administrator registered.
 *
 * @param secret SHA-256 of its secret, for those that have one
 */
public record RegisteredClient(
        String id,
        ClientSettings settings,
        @Nullable TokenHash secret,
        Instant createdAt,
        Instant updatedAt)
        implements Client {

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public boolean allowsRedirect(String uri) {
        return settings.redirectUris().contains(uri)
                || isPublic()
                        && settings.redirectUris().stream()
                                .anyMatch(own -> LoopbackUri.isSame(own, uri));
    }

    public boolean allowsPostLogout(String uri) {
        return settings.postLogoutUris().contains(uri)
                || isPublic()
                        && settings.postLogoutUris().stream()
                                .anyMatch(own -> LoopbackUri.isSame(own, uri));
    }

    public boolean isPublic() {
        return settings.proof() == ClientProof.NONE;
    }

    @Override
    public boolean needsPkce() {
        return isPublic();
    }

    @Override
    public boolean trusted() {
        return settings.trusted();
    }

    @Override
    public boolean mayUse(GrantType grant) {
        return settings.grants().contains(grant);
    }

    @Override
    public IdTokenAlgorithm idTokenAlgorithm() {
        return settings.idTokenAlgorithm();
    }

    @Override
    public Set<String> ownScopes() {
        return settings.scopes();
    }
}
