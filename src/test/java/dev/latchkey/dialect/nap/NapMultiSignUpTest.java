package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.Map;

/** Signing up where there are many organizations. */
@TestInstance(Lifecycle.PER_CLASS)
class NapMultiSignUpTest {
    private final TestServer server = TestServer.start(Map.of("LATCHKEY_SIGNUP_MODE", "multi"));
    private final Nap nap = Nap.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void nobody_signs_up_without_an_invitation() {
        assertError(nap.signUp("nobody@example.com"), 401);
    }

    @Test
    void somebody_of_a_proven_domain_joins_its_organization_once_verified() {
        var organization = server.organization("Corp");
        server.app()
                .backend()
                .database()
                .stores()
                .organizations()
                .letJoin("corp.example", organization.id());

        assertThat(nap.signUp("worker@corp.example").status()).isEqualTo(200);
        assertThat(nap.logIn("worker@corp.example").status()).isEqualTo(403);
        nap.verify(server.outbox().verificationToken("worker@corp.example"));

        var claims = Jwt.claims(nap.tokens("worker@corp.example"));
        assertThat(claims.get("org_name").asString()).isEqualTo("Corp");
        assertError(nap.signUp("worker@sub.corp.example"), 401);
    }
}
