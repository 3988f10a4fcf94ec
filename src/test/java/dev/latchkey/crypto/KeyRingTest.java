package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;

import dev.latchkey.testkit.KeptSigningKeys;
import dev.latchkey.testkit.LockedTransactions;
import dev.latchkey.testkit.MovableClock;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class KeyRingTest {
    private final KeptSigningKeys store = new KeptSigningKeys();
    private final LockedTransactions transactions = new LockedTransactions();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));

    @Test
    void an_empty_store_gets_one_key_at_once_and_the_other_in_the_background()
            throws ParseException {
        var keys = ring();

        assertThat(published(keys).getKeys()).hasSize(1);
        keys.prepare();
        keys.prepare();

        assertThat(store.all()).extracting("algorithm").containsExactlyInAnyOrder("ES256", "RS256");
        assertThat(published(keys).getKeys()).hasSize(2);
    }

    @Test
    void what_is_published_has_no_private_member_and_names_that_are_thumbprints() throws Exception {
        var keys = ring();
        keys.prepare();

        var text = new String(keys.published(), StandardCharsets.UTF_8);

        assertThat(text)
                .doesNotContain("\"d\"", "\"p\"", "\"q\"", "\"dp\"", "\"dq\"", "\"qi\"", "\"oth\"");
        for (var key : published(keys).getKeys()) {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getKeyUse().identifier()).isEqualTo("sig");
            assertThat(key.getAlgorithm()).isNotNull();
            assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
        }
        assertThat(published(keys).getKeys()).extracting("keyID").doesNotHaveDuplicates();
    }

    @Test
    void a_restart_signs_with_the_same_keys() throws ParseException {
        var before = ring();
        before.prepare();

        var after = ring();

        assertThat(after.published()).isEqualTo(before.published());
        assertThat(store.all()).hasSize(2);
    }

    @Test
    void the_keys_are_sealed_in_the_store_and_another_secret_says_so() {
        ring();

        var row = store.all().getFirst();

        assertThat(new String(row.sealedJwk(), StandardCharsets.ISO_8859_1))
                .doesNotContain("kty", "P-256");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new KeyRing(
                                store, transactions, new SealerAes(SealerAesTest.key(2)), clock))
                .withMessageContaining("another secret");
    }

    @Test
    void a_key_of_another_node_is_found_when_a_token_names_it() {
        var here = ring();
        var there = ring();
        var newer =
                new SealedKeys(sealer())
                        .make(
                                SigningAlgorithm.ES256,
                                clock.instant(),
                                clock.instant().plusSeconds(1));
        store.insert(newer);
        clock.advance(Duration.ofSeconds(1));
        there.reload();

        var token = new IdTokens(there).sign(Map.of("sub", "x"), SigningAlgorithm.ES256);
        clock.advance(Duration.ofSeconds(1));

        assertThat(token).startsWith(JwsHeadText.of(newer.id()));
        assertThat(new IdTokens(here).open(token)).isPresent();
    }

    @Test
    void unknown_keys_cost_one_look_a_second() {
        var tokens = new IdTokens(ring());
        clock.advance(Duration.ofSeconds(1));
        var before = store.reads();

        for (int i = 0; i < 1000; i++) {
            assertThat(tokens.open(JwsHeadText.of("forged" + i) + ".e30.AAAA")).isEmpty();
        }
        assertThat(store.reads() - before).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        tokens.open(JwsHeadText.of("forged") + ".e30.AAAA");
        assertThat(store.reads() - before).isEqualTo(2);
    }

    @Test
    void the_newest_key_signs_and_the_older_one_stays_published() throws ParseException {
        var keys = ring();
        var old = new IdTokens(keys).sign(Map.of("sub", "x"), SigningAlgorithm.ES256);
        store.insert(
                new SealedKeys(sealer())
                        .make(
                                SigningAlgorithm.ES256,
                                clock.instant(),
                                clock.instant().plusSeconds(60)));

        clock.advance(Duration.ofSeconds(60));
        keys.reload();

        var tokens = new IdTokens(keys);
        assertThat(published(keys).getKeys()).hasSize(2);
        assertThat(tokens.open(old)).isPresent();
        assertThat(
                        SignedJWT.parse(tokens.sign(Map.of(), SigningAlgorithm.ES256))
                                .getHeader()
                                .getKeyID())
                .isEqualTo(published(keys).getKeys().getFirst().getKeyID())
                .isNotEqualTo(SignedJWT.parse(old).getHeader().getKeyID());
    }

    @Test
    void an_id_token_verifies_with_what_is_published() throws Exception {
        var keys = ring();

        var token = SignedJWT.parse(new IdTokens(keys).sign(Map.of("sub", "x"), IdTokens.DEFAULT));

        var key = (RSAKey) published(keys).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(key.size()).isEqualTo(2048);
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    }

    /** RFC 7515, appendix A.3. */
    @Test
    void the_signature_of_the_rfc_verifies() throws Exception {
        var pair =
                ECKey.parse(
                        """
                        {"kty":"EC","crv":"P-256",
                         "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                         "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                         "d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}\
                        """);
        var token =
                SignedJWT.parse(
                        "eyJhbGciOiJFUzI1NiJ9."
                            + "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
                            + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");

        var key = RingKey.of(pair, SigningAlgorithm.ES256, clock.instant());

        assertThat(token.verify(key.verifier())).isTrue();
    }

    private KeyRing ring() {
        return new KeyRing(store, transactions, sealer(), clock);
    }

    private static SealerAes sealer() {
        return new SealerAes(SealerAesTest.key(1));
    }

    private static JWKSet published(KeyRing keys) throws ParseException {
        return JWKSet.parse(new String(keys.published(), StandardCharsets.UTF_8));
    }
}
