package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** {@code private_key_jwt}, and every way of faking it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientAssertionsTest {
    private TestServer server;
    private RSAKey rsa;
    private ECKey ec;
    private Party party;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        var keys = new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK()));
        party = party(keys);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Party party(JWKSet keys) {
        return Party.of(
                server,
                new ClientSettings(
                        "Signing",
                        ClientProof.PRIVATE_KEY,
                        keys.toString(),
                        IdTokenAlgorithm.RS256,
                        List.of(),
                        List.of(),
                        null,
                        Set.of(GrantType.CLIENT_CREDENTIALS),
                        null,
                        Set.of(),
                        true,
                        false));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(party.id)
                .subject(party.id)
                .audience(server.url("/oidc/token").toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(in(Duration.ofMinutes(1)));
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(header(JWSAlgorithm.ES256, "e"), change, new ECDSASigner(ec));
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(kid).build();
    }

    private String signed(
            JWSHeader header, UnaryOperator<JWTClaimsSet.Builder> change, JWSSigner signer)
            throws Exception {
        var token = new SignedJWT(header, change.apply(claims()).build());
        token.sign(signer);
        return token.serialize();
    }

    private Answer send(String assertion, String... more) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_assertion_type", ClientAuthentication.ASSERTION_TYPE);
        form.put("client_assertion", assertion);
        Party.change(form, more);
        return party.form(null, "/oidc/token", form);
    }

    private void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.json().get("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void either_key_and_either_name_of_ours_will_do() throws Exception {
        var byRsa = signed(header(JWSAlgorithm.RS256, "r"), c -> c, new RSASSASigner(rsa));
        var byPss = signed(header(JWSAlgorithm.PS256, "r"), c -> c, new RSASSASigner(rsa));

        assertThat(send(byRsa).status()).isEqualTo(200);
        assertThat(send(byPss).status()).isEqualTo(200);
        assertThat(send(signed(c -> c.audience(server.url().toString()))).status()).isEqualTo(200);
        assertThat(send(signed(c -> c), "client_id", party.id).status()).isEqualTo(200);
    }

    @Test
    void of_sixty_four_uses_of_one_assertion_one_succeeds() throws Exception {
        var assertion = signed(c -> c);

        var statuses = Race.run(_ -> send(assertion).status());

        assertThat(statuses).containsOnlyOnce(200).contains(401);
    }

    @Test
    void no_signature_hmac_under_the_public_key_and_foreign_keys_are_refused() throws Exception {
        var secret = rsa.toPublicJWK().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var pem = rsa.toRSAPublicKey().getEncoded();
        var foreign = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        var brought =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .jwk(foreign.toPublicJWK())
                        .jwkURL(java.net.URI.create("https://evil.example/jwks"))
                        .build();

        assertRefused(send(new PlainJWT(claims().build()).serialize()));
        assertRefused(send(signed(header(JWSAlgorithm.HS256, "r"), c -> c, new MACSigner(secret))));
        assertRefused(send(signed(header(JWSAlgorithm.HS256, "r"), c -> c, new MACSigner(pem))));
        assertRefused(
                send(signed(header(JWSAlgorithm.ES256, "e"), c -> c, new ECDSASigner(foreign))));
        assertRefused(send(signed(brought, c -> c, new ECDSASigner(foreign))));
        assertRefused(send(signed(header(JWSAlgorithm.ES256, "r"), c -> c, new ECDSASigner(ec))));
        assertRefused(send("nonsense"));
        assertRefused(send("a.b.c"));
    }

    @Test
    void what_was_meant_for_somebody_else_or_has_no_end_is_refused() throws Exception {
        var ours = server.url("/oidc/token").toString();

        assertRefused(send(signed(c -> c.audience("https://other.example/token"))));
        assertRefused(send(signed(c -> c.audience(List.of(ours, "https://other.example")))));
        assertRefused(send(signed(c -> c.audience((String) null))));
        assertRefused(send(signed(c -> c.issuer("somebody"))));
        assertRefused(send(signed(c -> c.subject("somebody"))));
        assertRefused(send(signed(c -> c.jwtID(null))));
        assertRefused(send(signed(c -> c.jwtID("x".repeat(300)))));
        assertRefused(send(signed(c -> c.expirationTime(null))));
        assertRefused(send(signed(c -> c.expirationTime(in(Duration.ofMinutes(-5))))));
        assertRefused(send(signed(c -> c.expirationTime(in(Duration.ofDays(1))))));
        assertRefused(send(signed(c -> c.notBeforeTime(in(Duration.ofMinutes(5))))));
        assertRefused(send(signed(c -> c.issueTime(in(Duration.ofMinutes(5))))));
    }

    @Test
    void one_client_does_not_speak_for_another_and_no_weaker_way_is_taken() throws Exception {
        var other = party(new JWKSet(ec.toPublicJWK()));

        assertRefused(send(signed(c -> c), "client_id", other.id));
        assertRefused(
                party.form(
                        null,
                        "/oidc/token",
                        Map.of("grant_type", "client_credentials", "client_id", party.id)));
        assertRefused(
                party.form(
                        Party.basic(party.id, "lkp_x"),
                        "/oidc/token",
                        Map.of("grant_type", "client_credentials")));
        assertThat(
                        party.form(
                                        Party.basic(party.id, "x"),
                                        "/oidc/token",
                                        Map.of(
                                                "grant_type",
                                                "client_credentials",
                                                "client_assertion_type",
                                                ClientAuthentication.ASSERTION_TYPE,
                                                "client_assertion",
                                                signed(c -> c)))
                                .status())
                .isEqualTo(400);
        assertRefused(send(signed(c -> c), "client_assertion_type", "urn:other"));
    }

    @Test
    void basic_is_form_encoded_and_odd_headers_are_never_a_fault() {
        var confidential = Party.of(server);
        var form = Map.of("grant_type", "client_credentials");
        for (var header :
                new String[] {
                    "Basic",
                    "Basic ",
                    "Basic %%%",
                    "Basic Og==",
                    "Basic OnNlY3JldA==",
                    "Basic gICA",
                    "Bearer x",
                    "Basic JXp6OiV6eg==",
                    "basic " + "A".repeat(4000)
                }) {
            var answer = confidential.form(header, "/oidc/token", form);
            assertThat(answer.status()).as(header).isIn(400, 401);
            assertThat(answer.json().get("error").asString())
                    .isIn("invalid_client", "invalid_request");
        }
        var encoded = confidential.id.replace("-", "%2D") + ":" + confidential.secret();
        var basic =
                "Basic "
                        + java.util.Base64.getEncoder()
                                .encodeToString(
                                        encoded.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(confidential.form(basic, "/oidc/token", form).status()).isEqualTo(200);
        var twice = Map.of("grant_type", "client_credentials", "client_id", "another");
        assertThat(confidential.form(basic, "/oidc/token", twice).status()).isEqualTo(400);
    }
}
