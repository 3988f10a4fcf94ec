package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.SESSION;
import static dev.latchkey.dialect.nap.Nap.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import tools.jackson.databind.JsonNode;

import java.util.Base64;
import java.util.List;
import java.util.Map;

@TestInstance(Lifecycle.PER_CLASS)
class NapAttacksTest {
    private final TestServer server = TestServer.start();
    private final Nap nap = Nap.of(server);

    @BeforeAll
    void makeAda() {
        server.user("ada@example.com");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Answer logOutWith(String sessionToken) {
        return nap.http().with(SESSION, sessionToken).post("/api/auth/logout");
    }

    @Test
    void an_unsigned_token_is_refused() {
        var tokens = nap.tokens("ada@example.com");
        var payload = Jwt.unwrapped(tokens).split("\\.")[1];

        for (var alg : List.of("none", "None", "NONE", "HS256")) {
            var head =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(("{\"alg\":\"" + alg + "\"}").getBytes());
            assertError(logOutWith(Jwt.wrapped(head + "." + payload + ".")), 401);
            assertError(logOutWith(Jwt.wrapped(head + "." + payload)), 401);
            assertError(logOutWith(Jwt.wrapped(head + "." + payload + ".AAAA")), 401);
        }
        assertStillLive(tokens);
    }

    @Test
    void a_token_with_another_session_in_it_is_refused() {
        var tokens = nap.tokens("ada@example.com");
        var victim = nap.tokens("ada@example.com");
        var own = Jwt.unwrapped(tokens).split("\\.");
        var others = Jwt.unwrapped(victim).split("\\.");

        assertError(logOutWith(Jwt.wrapped(own[0] + "." + others[1] + "." + own[2])), 401);
        assertStillLive(victim);
    }

    @Test
    void a_token_wrapped_twice_is_refused() {
        var tokens = nap.tokens("ada@example.com");

        assertError(logOutWith(Jwt.wrapped(Nap.sessionToken(tokens))), 401);
        assertStillLive(tokens);
    }

    @Test
    void an_api_token_carries_no_session_to_end() {
        var token = server.apiToken(server.user("robot@example.com"));

        assertError(logOutWith(Jwt.wrapped(token)), 401);
        assertError(nap.refresh(token), 401);
    }

    @Test
    void a_session_id_is_no_token() {
        var tokens = nap.tokens("ada@example.com");
        var id = tokens.get("session_id").asString();

        assertError(logOutWith(id), 401);
        assertError(logOutWith(Jwt.wrapped(id)), 401);
        assertStillLive(tokens);
    }

    @Test
    void an_oversized_token_is_refused() {
        assertError(logOutWith("a".repeat(12_000)), 401);
        assertError(nap.refresh("a".repeat(12_000)), 401);
    }

    @Test
    void a_verification_token_proves_only_its_own_address() {
        nap.signUp("mallory@example.com");
        nap.signUp("victim@example.com");

        nap.verify(server.outbox().verificationToken("mallory@example.com"));

        assertThat(nap.logIn("mallory@example.com").status()).isEqualTo(200);
        assertThat(nap.logIn("victim@example.com").status()).isEqualTo(403);
    }

    @Test
    void signing_up_gives_no_rights_that_were_not_offered() {
        var organization = server.organization("Members only");
        var code =
                server.core()
                        .invite
                        .run(
                                organization.id(),
                                "low@example.com",
                                Role.MEMBER,
                                null,
                                Origin.local("test"))
                        .text();
        var data = Nap.newcomer("low@example.com");
        data.putAll(Map.of("inviteToken", code, "role", "owner", "user_org_role", "owner"));

        assertThat(nap.http().post("/api/auth/signup", data).status()).isEqualTo(200);
        nap.verify(server.outbox().verificationToken("low@example.com"));
        assertThat(Jwt.claims(nap.tokens("low@example.com")).get("user_org_role").asString())
                .isEqualTo("member");
    }

    private void assertStillLive(JsonNode tokens) {
        assertThat(nap.logOut(tokens).status()).isEqualTo(200);
    }
}
