package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.session.AccessClaims;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.testkit.KeptSigningKeys;
import dev.latchkey.testkit.LockedTransactions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class JwtAccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String ISSUER = "https://auth.example.com";
    private static final UserId USER =
            new UserId(UUID.fromString("0199a000-0000-7000-8000-000000000001"));
    private static final SessionId SESSION = new SessionId(0x0199_a000_0000_0000L);

    private final SealerAes sealer = new SealerAes(SealerAesTest.key(1));
    private final KeptSigningKeys store = new KeptSigningKeys();
    private final KeyRing keys =
            new KeyRing(store, new LockedTransactions(), sealer, Clock.fixed(NOW, ZoneOffset.UTC));
    private final JwtAccessTokens tokens = new JwtAccessTokens(keys, ISSUER);

    @Test
    void a_token_says_who_it_is_for_and_names_its_session() throws Exception {
        var token = tokens.sign(claims(Map.of("org_slug", "acme", "admin", true, "number", 7L)));

        var jwt = SignedJWT.parse(token);
        assertThat(jwt.getHeader().toJSONObject()).containsOnlyKeys("alg", "typ", "kid");
        assertThat(jwt.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        assertThat(jwt.getPayload().toJSONObject())
                .containsEntry("iss", ISSUER)
                .containsEntry("sub", USER.toString())
                .containsEntry("aud", List.of("nap"))
                .containsEntry("iat", NOW.getEpochSecond())
                .containsEntry("nbf", NOW.getEpochSecond() - 300)
                .containsEntry("exp", NOW.getEpochSecond() + 900)
                .containsEntry("jti", "one")
                .containsEntry("sid", SESSION.toString())
                .containsEntry("org_slug", "acme")
                .containsEntry("admin", true)
                .containsEntry("number", 7L);
        assertThat(jwt.verify(SigningAlgorithm.ES256.verifier(publishedKey()))).isTrue();
        assertThat(tokens.verify(token, NOW))
                .hasValueSatisfying(verified -> assertThat(verified.session()).isEqualTo(SESSION))
                .hasValueSatisfying(verified ->
                        assertThat(verified.expiresAt()).isEqualTo(NOW.plusSeconds(900)));
    }

    @Test
    void a_further_claim_cannot_take_the_place_of_ours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.sign(claims(Map.of("sub", "somebody"))));
    }

    @Test
    void a_token_ends_to_the_second() {
        var token = tokens.sign(claims(Map.of()));

        assertThat(tokens.verify(token, NOW.plusSeconds(900).minusMillis(1))).isPresent();
        assertThat(tokens.verify(token, NOW.plusSeconds(900))).isEmpty();
    }

    @Test
    void another_issuers_token_is_refused() {
        var token = new JwtAccessTokens(keys, "https://auth.example.com/").sign(claims(Map.of()));

        assertThat(tokens.verify(token, NOW)).isEmpty();
    }

    @Test
    void an_id_token_is_no_access_token_and_the_other_way_round() {
        var same =
                Map.<String, Object>of(
                        "iss",
                        ISSUER,
                        "sid",
                        SESSION.toString(),
                        "exp",
                        NOW.getEpochSecond() + 900);

        assertThat(tokens.verify(new IdTokens(keys).sign(same, SigningAlgorithm.ES256), NOW))
                .isEmpty();
        assertThat(tokens.verify(new IdTokens(keys).sign(same, SigningAlgorithm.RS256), NOW))
                .isEmpty();
        assertThat(new IdTokens(keys).open(tokens.sign(claims(Map.of())))).isEmpty();
    }

    @Test
    void an_access_token_signed_with_our_rsa_key_is_refused() {
        var rsa = new CompactJws(keys, TokenType.ACCESS, Set.of(SigningAlgorithm.RS256));

        var token = rsa.sign(SigningAlgorithm.RS256, payload().toJSONObject());

        assertThat(tokens.verify(token, NOW)).isEmpty();
    }

    @Test
    void a_change_of_any_character_is_noticed() {
        var token = tokens.sign(claims(Map.of()));

        for (int i = 0; i < token.length(); i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            var forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.verify(forged, NOW)).as("character %d", i).isEmpty();
        }
    }

    @Test
    void an_unsigned_token_is_refused() {
        var claims = Base64URL.encode(payload().toString());

        for (var alg : List.of("none", "None", "NONE", "nOnE")) {
            var head =
                    Base64URL.encode(
                            "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}"
                                    .formatted(alg, kid()));
            assertThat(tokens.verify(head + "." + claims + ".", NOW)).isEmpty();
        }
        var whole = tokens.sign(claims(Map.of()));
        assertThat(tokens.verify(whole.substring(0, whole.lastIndexOf('.') + 1), NOW)).isEmpty();
    }

    @Test
    void our_public_key_is_no_hmac_secret() throws Exception {
        var publicKey = publishedKey().toECKey();
        for (var secret :
                List.of(
                        ((ECPublicKey) publicKey.toPublicKey()).getEncoded(),
                        publicKey.toJSONString().getBytes(StandardCharsets.UTF_8),
                        keys.published())) {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID(kid());
            var jwt = new SignedJWT(header.build(), payload());

            jwt.sign(new MACSigner(secret));

            assertThat(tokens.verify(jwt.serialize(), NOW)).isEmpty();
        }
    }

    @Test
    void a_key_that_comes_with_the_token_is_not_trusted() throws Exception {
        var theirs = new ECKeyGenerator(Curve.P_256).keyID(kid()).generate();
        for (var header :
                List.of(
                        header().jwk(theirs.toPublicJWK()),
                        header().jwkURL(URI.create("https://evil.example/jwks")),
                        header().x509CertURL(URI.create("https://evil.example/cert")),
                        header())) {
            var jwt = new SignedJWT(header.build(), payload());

            jwt.sign(new ECDSASigner(theirs));

            assertThat(tokens.verify(jwt.serialize(), NOW)).isEmpty();
        }
    }

    @Test
    void our_own_signature_under_a_header_with_more_in_it_is_refused() throws Exception {
        var ours = new SealedKeys(sealer).open(store.all().getFirst()).orElseThrow();
        for (var header :
                List.of(
                        header().criticalParams(Set.of("b64")).base64URLEncodePayload(true),
                        header().customParam("x", 1),
                        header().type(null),
                        header().type(JOSEObjectType.JWT))) {
            var jwt = new SignedJWT(header.build(), payload());

            jwt.sign(ours.signer());

            assertThat(tokens.verify(jwt.serialize(), NOW)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../dev/null", "' or '1'='1", "a\0b", ""})
    void a_name_of_a_key_is_looked_up_and_nothing_else(String kid) throws Exception {
        var theirs = new ECKeyGenerator(Curve.P_256).generate();
        var jwt = new SignedJWT(header().keyID(kid).build(), payload());

        jwt.sign(new ECDSASigner(theirs));

        assertThat(tokens.verify(jwt.serialize(), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "a.b.c.d",
                "lka_secret",
                "ü.ü.ü",
                "e30.e30.e30"
            })
    void what_is_no_token_is_refused(String text) {
        assertThat(tokens.verify(text, NOW)).isEmpty();
    }

    @Test
    void a_signature_has_one_spelling_and_is_no_zero() {
        var token = tokens.sign(claims(Map.of()));
        var unsigned = token.substring(0, token.lastIndexOf('.') + 1);

        assertThat(tokens.verify(token + "=", NOW)).isEmpty();
        assertThat(tokens.verify(token + "\n", NOW)).isEmpty();
        assertThat(tokens.verify(" " + token, NOW)).isEmpty();
        assertThat(tokens.verify(unsigned + Base64URL.encode(new byte[64]), NOW)).isEmpty();
    }

    @Test
    void a_token_over_8_kib_is_refused_unread() {
        var token = tokens.sign(claims(Map.of("long", "x".repeat(8 * 1024))));

        assertThat(tokens.verify(token, NOW)).isEmpty();
    }

    private static AccessClaims claims(Map<String, Object> more) {
        return new AccessClaims("one", USER, SESSION, "nap", NOW, NOW.plusSeconds(900), more);
    }

    private static JWTClaimsSet payload() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .claim("sid", SESSION.toString())
                .claim("exp", NOW.getEpochSecond() + 900)
                .build();
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(kid());
    }

    private String kid() {
        return store.all().getFirst().id();
    }

    private ECKey publishedKey() throws ParseException {
        return JWKSet.parse(new String(keys.published(), StandardCharsets.UTF_8))
                .getKeys()
                .getFirst()
                .toECKey();
    }
}
