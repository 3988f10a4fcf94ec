package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.REFRESH;
import static dev.latchkey.dialect.nap.Nap.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The documented 500s, and that the server gets over them by itself. */
@TestInstance(Lifecycle.PER_CLASS)
class NapBrokenDatabaseTest {
    private final TestServer server = TestServer.start();
    private final Nap nap = Nap.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void every_operation_fails_in_the_error_model_and_works_again_afterwards() {
        nap.signUp("unproven@example.com");
        var proof = server.outbox().verificationToken("unproven@example.com");
        var second = server.organization("Second");
        server.member(second.id(), server.user("several@example.com"), Role.MEMBER);
        server.user("ada@example.com");
        var flow = nap.flow("several@example.com");
        var tokens = nap.tokens("ada@example.com");
        var other = nap.tokens("ada@example.com");

        try (var _ = server.databaseAway()) {
            assertError(nap.signUp("new@example.com"), 500);
            assertError(nap.logIn("ada@example.com"), 500);
            assertError(nap.showFlow(flow), 500);
            assertError(nap.choose(flow, second.id()), 500);
            assertError(nap.refresh(Nap.refreshToken(tokens)), 500);
            assertError(
                    nap.http().with(REFRESH, Nap.refreshToken(other)).post("/api/auth/logout"),
                    500);
            assertError(nap.logOut(tokens), 500);
            assertError(nap.sendMail("unproven@example.com"), 500);
            assertError(nap.verify(proof), 500);
        }

        assertThat(nap.signUp("new@example.com").status()).isEqualTo(200);
        assertThat(nap.showFlow(flow).status()).isEqualTo(200);
        assertThat(nap.choose(flow, second.id()).status()).isEqualTo(200);
        assertThat(nap.logOut(nap.refreshed(tokens)).status()).isEqualTo(200);
        assertThat(nap.logOut(other).status()).isEqualTo(200);
        assertThat(nap.sendMail("unproven@example.com").status()).isEqualTo(200);
        assertThat(nap.verify(proof).status()).isEqualTo(200);
    }
}
