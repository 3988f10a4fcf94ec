package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

@TestInstance(Lifecycle.PER_CLASS)
class NapVerifyEmailTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final TestServer server = TestServer.start(Map.of(), clock);
    private final Nap nap = Nap.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_token_works_once() {
        var token = signedUp("once@example.com");

        var answer = nap.verify(token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("success", "message");
        assertThat(answer.json().get("success").asBoolean()).isTrue();
        assertError(nap.verify(token), 400);
    }

    @Test
    void of_64_who_use_one_token_one_succeeds() {
        var token = signedUp("race@example.com");

        var answers = Race.run(_ -> nap.verify(token).status());

        assertThat(answers).containsOnlyOnce(200).allMatch(s -> s.equals(200) || s.equals(400));
    }

    @Test
    void every_token_is_good_until_one_is_used() {
        var first = signedUp("two@example.com");
        var sent = nap.sendMail("two@example.com");
        var second = anotherToken("two@example.com", first);

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.json().get("success").asBoolean()).isTrue();
        assertThat(nap.verify(first).status()).isEqualTo(200);
        assertError(nap.verify(second), 400);
    }

    @Test
    void a_token_expires_after_a_day() {
        var token = signedUp("late@example.com");

        clock.advance(Duration.ofHours(24));

        assertError(nap.verify(token), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "lkv_", "42", " ", "4dbb28c9-0f0d-4f0e-8b0a-0d6a8f1a7c33"})
    void an_unknown_token_is_refused(String token) {
        assertError(nap.verify(token), 400);
    }

    @Test
    void a_token_of_another_kind_is_refused() {
        server.user("kinds@example.com");
        var tokens = nap.tokens("kinds@example.com");

        assertError(nap.verify(Nap.refreshToken(tokens)), 400);
        assertError(nap.verify(Nap.sessionToken(tokens)), 400);
    }

    @Test
    void a_mail_to_an_unknown_address_is_refused() {
        assertError(nap.sendMail("unknown@example.com"), 400);
        assertError(nap.sendMail("no address"), 400);
    }

    @Test
    void a_mail_to_a_verified_address_is_refused() {
        server.user("proven@example.com");

        assertError(nap.sendMail("proven@example.com"), 400);
    }

    @Test
    void mails_to_one_address_are_limited_in_any_case() {
        signedUp("many@example.com");
        for (int i = 0; i < 5; i++) {
            assertThat(nap.sendMail("many@example.com").status()).isEqualTo(200);
        }

        var answer = nap.sendMail("MANY@example.com");

        assertError(answer, 429);
        assertThat(answer.header("Retry-After")).containsOnlyDigits();
    }

    private String signedUp(String email) {
        assertThat(nap.signUp(email).status()).isEqualTo(200);
        return server.outbox().verificationToken(email);
    }

    private String anotherToken(String email, String first) {
        return server.outbox().find(email, "verify-email\\?token=(?!" + first + ")(\\S+)");
    }
}
