package dev.latchkey.dialect.nap;

import dev.latchkey.core.session.Credential;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A session token travels as a JWT wrapped in base64url without padding. */
final class SessionToken {
    private SessionToken() {}

    static String wrap(String jwt) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(jwt.getBytes(StandardCharsets.US_ASCII));
    }

    /** The credential in its wrapping; null when it is none. */
    static @Nullable Credential unwrap(String wrapped) {
        try {
            var jwt = Base64.getUrlDecoder().decode(wrapped);
            return new Credential.Bearer(new String(jwt, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
