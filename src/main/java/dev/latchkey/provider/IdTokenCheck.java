package dev.latchkey.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

import dev.latchkey.core.Refused;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether an ID token is this provider's, for us, for this sign-in, and now (OpenID Connect Core
 * 1.0, section 3.1.3.7). Keys are remembered for an hour, and fetched anew when a token names one
 * that is not among them, twice in half a minute at most.
 */
final class IdTokenCheck {
    private static final Duration KEYS_FRESH = Duration.ofHours(1);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);
    private static final int SKEW_SECONDS = 60;

    private final URI keysAt;
    private final IDTokenValidator validator;

    IdTokenCheck(String issuer, String clientId, URI keysAt, Outside outside) {
        this.keysAt = keysAt;
        this.validator =
                new IDTokenValidator(
                        new Issuer(issuer),
                        new ClientID(clientId),
                        new JWSVerificationKeySelector<>(asymmetric(), keys(keysAt, outside)),
                        null);
        validator.setMaxClockSkew(SKEW_SECONDS);
    }

    boolean isOfKeysAt(URI address) {
        return keysAt.equals(address);
    }

    /** Never {@code none}, and never a secret that our clients' keys could be taken for. */
    private static Set<JWSAlgorithm> asymmetric() {
        var algorithms = new HashSet<JWSAlgorithm>(JWSAlgorithm.Family.SIGNATURE);
        algorithms.remove(JWSAlgorithm.ES256K);
        return algorithms;
    }

    private static JWKSource<SecurityContext> keys(URI address, Outside outside) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            address.toURL(), url -> fetch(URI.create(url.toString()), outside))
                    .cache(KEYS_FRESH.toMillis(), Duration.ofSeconds(15).toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN_FETCHES.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw Failed.because("its keys' address is none: " + address);
        }
    }

    private static Resource fetch(URI address, Outside outside) throws IOException {
        try {
            return new Resource(
                    Outside.good(address, outside.get(address, Map.of())), "application/json");
        } catch (Refused refused) {
            throw new IOException(refused.refusal().toString(), refused);
        }
    }

    /** What the token says. Refuses with ProviderFailed. */
    Map<String, Object> run(String idToken, String nonce, String accessToken) {
        try {
            var token = JWTParser.parse(idToken);
            var claims = validator.validate(token, new Nonce(nonce));
            checkParty(claims);
            checkHash(token, claims, accessToken);
            return claims.toJSONObject();
        } catch (ParseException _) {
            throw Failed.because("its ID token is no token");
        } catch (BadJOSEException | JOSEException e) {
            var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw Failed.because("its ID token is not good: " + reason);
        }
    }

    /** Who asked for it, when it says so, is us; with several audiences it has to say. */
    private void checkParty(IDTokenClaimsSet claims) {
        var party = claims.getAuthorizedParty();
        if (party == null && claims.getAudience().size() > 1) {
            throw Failed.because("its ID token is for several parties and names no one of them");
        }
        if (party != null && !party.getValue().equals(validator.getClientID().getValue())) {
            throw Failed.because("its ID token has another authorized party: " + party);
        }
    }

    private static void checkHash(JWT token, IDTokenClaimsSet claims, String accessToken) {
        var said = claims.getAccessTokenHash();
        if (said == null) {
            return;
        }
        var algorithm = JWSAlgorithm.parse(token.getHeader().getAlgorithm().getName());
        var curve = JWSAlgorithm.Family.ED.contains(algorithm) ? Curve.Ed25519 : null;
        var right = AccessTokenHash.compute(new BearerAccessToken(accessToken), algorithm, curve);
        if (!said.equals(right)) {
            throw Failed.because("its access token is not the one that goes with the ID token");
        }
    }
}
