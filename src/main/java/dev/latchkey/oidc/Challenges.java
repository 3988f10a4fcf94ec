package dev.latchkey.oidc;

import dev.latchkey.core.client.Client;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads code challenges: S256 only, and required of clients that keep no secret (RFC 7636, RFC 9700
 * section 2.1.1).
 */
final class Challenges {
    /** 256 bits in base64url. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private Challenges() {}

    /** Null for a confidential client that sends none. */
    static @Nullable String of(Client client, Parameters parameters) throws BadRequest {
        var challenge = parameters.only("code_challenge").orElse(null);
        if (challenge == null) {
            if (client.needsPkce()) {
                throw BadRequest.invalid("code_challenge is missing");
            }
            return null;
        }
        if (!parameters.only("code_challenge_method").equals(Optional.of("S256"))) {
            throw BadRequest.invalid("code_challenge_method has to be S256");
        }
        if (!FORM.matcher(challenge).matches()) {
            throw BadRequest.invalid("code_challenge has to be 43 characters of base64url");
        }
        return challenge;
    }
}
