package dev.latchkey.dialect.aivo;

import static dev.latchkey.dialect.aivo.Aivo.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** This API documents no 500; a fault has its error model all the same. */
@TestInstance(Lifecycle.PER_CLASS)
class AivoBrokenDatabaseTest {
    private static final String FAULT = "internal_error";

    private final TestServer server = TestServer.start();
    private final Aivo aivo = Aivo.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void every_operation_fails_in_the_error_model_and_works_again_afterwards() {
        server.user("ada@example.com");
        var session = aivo.session("ada@example.com");
        var other = aivo.session("ada@example.com");

        try (var _ = server.databaseAway()) {
            assertError(aivo.logIn("ada@example.com"), 500, FAULT);
            assertError(aivo.refresh(Aivo.refreshToken(session)), 500, FAULT);
            assertError(aivo.logOut(session), 500, FAULT);
            assertError(aivo.me(other), 500, FAULT);
        }

        assertThat(aivo.me(other).status()).isEqualTo(200);
        var fresh = aivo.refresh(Aivo.refreshToken(session));
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(aivo.logOut(fresh.json()).status()).isEqualTo(204);
        assertThat(aivo.logIn("ada@example.com").status()).isEqualTo(200);
    }
}
