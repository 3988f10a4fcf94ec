package dev.latchkey.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.ServerProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** SIGKILL during a storm of writes, several times, and a clean stop at the end. */
class KillTest {
    private static final int ROUNDS = 3;
    private static final int ANSWERS = 20;
    private static final String EMAIL = "ada@example.com";
    private static final String PASSWORD = "correct horse";

    private final List<String> signedUp = new ArrayList<>();
    private final List<String> live = new ArrayList<>();
    private final List<String> revoked = new ArrayList<>();

    @TempDir private Path folder;

    @Test
    void every_answered_write_survives_sigkill() throws InterruptedException {
        try (var server =
                new ServerProcess(folder, Map.of("LATCHKEY_SIGNUP_VERIFY_EMAIL", "false"))) {
            signUp(server);
            for (int round = 0; round < ROUNDS; round++) {
                rageAndKill(server);
                server.restart();
                checkEverything(server);
            }
            assertThat(signedUp)
                    .as("the storm did write accounts")
                    .hasSizeGreaterThanOrEqualTo(ROUNDS * ANSWERS);
            assertThat(live)
                    .as("the storm did write tokens")
                    .hasSizeGreaterThanOrEqualTo(ROUNDS * ANSWERS);
            assertThat(revoked)
                    .as("the storm did revoke tokens")
                    .hasSizeGreaterThanOrEqualTo(ROUNDS * ANSWERS);

            assertThat(server.stop())
                    .as("SIGTERM ends it like a program that was asked to")
                    .isIn(0, 143);
            assertThat(server.data().resolve("latchkey.db-wal"))
                    .as("a clean stop leaves no journal")
                    .doesNotExist();
        }
    }

    private void rageAndKill(ServerProcess server) throws InterruptedException {
        var storm = new Storm(server.url(), login(server));
        storm.rage();
        storm.awaitAnswers(ANSWERS);
        server.kill();
        storm.settle();
        signedUp.addAll(storm.signedUp);
        live.addAll(storm.live);
        revoked.addAll(storm.revoked);
    }

    private void checkEverything(ServerProcess server) {
        var http = Http.at(server.url());
        for (var email : signedUp) {
            assertThat(http.post("/nap/api/auth/signup", signUpOf(email)).status())
                    .as(email + " exists")
                    .isEqualTo(400);
        }
        live.forEach(token ->
                assertThat(http.bearer(token).get("/nuextract/v1/api/auth/me").status())
                        .as("a token that was answered lives")
                        .isEqualTo(200));
        revoked.forEach(token ->
                assertThat(http.bearer(token).get("/nuextract/v1/api/auth/me").status())
                        .as("a revocation that was answered holds")
                        .isEqualTo(401));
    }

    private static void signUp(ServerProcess server) {
        var answer = Http.at(server.url()).post("/nap/api/auth/signup", signUpOf(EMAIL));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String login(ServerProcess server) {
        var answer =
                Http.at(server.url())
                        .post("/aivo/auth/v1/login", Map.of("email", EMAIL, "password", PASSWORD));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var token = Pattern.compile("\"accessToken\":\"([^\"]+)\"").matcher(answer.text());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static Map<String, String> signUpOf(String email) {
        return Map.of(
                "email", email,
                "password", PASSWORD,
                "confirmPassword", PASSWORD,
                "firstName", "Ada",
                "lastName", "Lovelace");
    }
}
