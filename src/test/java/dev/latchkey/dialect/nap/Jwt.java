package dev.latchkey.dialect.nap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;

/** The JWT in a session token, read as a client would. */
final class Jwt {
    private Jwt() {}

    static String unwrapped(JsonNode tokens) {
        var wrapped = Nap.sessionToken(tokens);
        if (wrapped.contains("=")) {
            throw new AssertionError("padded: " + wrapped);
        }
        return new String(Base64.getUrlDecoder().decode(wrapped), StandardCharsets.US_ASCII);
    }

    static JsonNode claims(JsonNode tokens) {
        var payload = Base64.getUrlDecoder().decode(unwrapped(tokens).split("\\.")[1]);
        return JsonMapper.shared().readTree(payload);
    }

    /** Whether one of the published keys signed it. */
    static boolean isSignedBy(JsonNode tokens, byte[] jwkSet) throws ParseException, JOSEException {
        var jwt = SignedJWT.parse(unwrapped(tokens));
        var key =
                JWKSet.parse(new String(jwkSet, StandardCharsets.UTF_8))
                        .getKeyByKeyId(jwt.getHeader().getKeyID());
        return jwt.verify(new ECDSAVerifier(key.toECKey()));
    }

    static String wrapped(String jwt) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(jwt.getBytes(StandardCharsets.UTF_8));
    }
}
