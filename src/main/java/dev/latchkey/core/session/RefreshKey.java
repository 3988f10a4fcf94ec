package dev.latchkey.core.session;

import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;
import dev.latchkey.core.token.TokenHash;

import java.util.Optional;

/**
 * What the store knows of a refresh token that somebody shows.
 *
 * @param session the one it names
 */
public record RefreshKey(SessionId session, TokenHash token) {

    /** Of a refresh token. */
    static RefreshKey of(Secret token) {
        return new RefreshKey(SessionId.of(token.owner()), token.hash());
    }

    /** Nothing when the text is no refresh token. */
    static Optional<RefreshKey> parse(String text) {
        return Secret.parse(SecretKind.REFRESH_TOKEN, text).map(RefreshKey::of);
    }
}
