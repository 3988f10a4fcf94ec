package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** Which pages may ask by script, and which may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossOriginTest {
    private static final String PAGE = "https://spa.example:8443";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private TestServer server;
    private Party party;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.user("ada@example.org");
        party =
                Party.of(
                        server,
                        Party.publicSettings(
                                PAGE + "/callback",
                                "https://plain.example/callback",
                                "com.example.app:/callback"));
        Party.of(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Http from(String origin) {
        return Http.at(server.url()).with("Origin", origin);
    }

    private static void assertOpenTo(Answer answer, String origin) {
        assertThat(answer.header(ALLOWED)).isEqualTo(origin);
        assertThat(answer.header("Vary")).isEqualTo("Origin");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    private static void assertClosed(Answer answer) {
        assertThat(answer.response().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server",
                "/oidc/jwks",
                "/oidc/userinfo"
            })
    void a_page_of_a_public_client_may_read(String path) {
        assertOpenTo(from(PAGE).get(path), PAGE);
        assertOpenTo(from("https://plain.example").get(path), "https://plain.example");
        assertThat(Http.at(server.url()).get(path).header("Vary")).isEqualTo("Origin");
        assertClosed(Http.at(server.url()).get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/token", "/oidc/revoke", "/oidc/userinfo", "/oidc/jwks"})
    void the_browser_is_told_beforehand(String path) {
        var answer = from(PAGE).raw("OPTIONS", path, null, new byte[0]);

        assertThat(answer.status()).isEqualTo(204);
        assertOpenTo(answer, PAGE);
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("authorization");
        var stranger = from("https://evil.example").raw("OPTIONS", path, null, new byte[0]);
        assertThat(stranger.status()).isEqualTo(403);
        assertClosed(stranger);
    }

    @Test
    void a_page_exchanges_its_code_and_reads_what_went_wrong() {
        var code =
                party.code(
                        "ada@example.org",
                        "code_challenge",
                        challenge(),
                        "code_challenge_method",
                        "S256");
        var form =
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "client_id", party.id,
                        "redirect_uri", party.redirectUri,
                        "code_verifier", party.verifier);

        var good = post("/oidc/token", form);
        var again = post("/oidc/token", form);

        assertThat(good.status()).as(good.text()).isEqualTo(200);
        assertOpenTo(good, PAGE);
        assertThat(again.status()).isEqualTo(400);
        assertOpenTo(again, PAGE);
        assertThat(post("/oidc/token", Map.of("client_id", "x")).header(ALLOWED)).isEqualTo(PAGE);
    }

    private String challenge() {
        return dev.latchkey.core.code.Pkce.challengeOf(party.verifier);
    }

    private Answer post(String path, Map<String, String> form) {
        return from(PAGE)
                .raw(
                        "POST",
                        path,
                        "application/x-www-form-urlencoded",
                        RelyingParty.encoded(form)
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "https://spa.example",
                "http://spa.example:8443",
                "https://spa.example:8443.evil.example",
                "https://evil.example#https://spa.example:8443",
                "https://spa.example:8443/",
                "HTTPS://SPA.EXAMPLE:8443",
                "https://sub.spa.example:8443",
                "https://spa.example:8443, https://evil.example",
                "com.example.app:",
                "com.example.app://",
                "https://app.example",
                "*"
            })
    void nobody_else_reads_anything(String origin) {
        assertClosed(from(origin).get("/oidc/jwks"));
        assertClosed(from(origin).get("/oidc/userinfo"));
        assertClosed(from(origin).raw("OPTIONS", "/oidc/token", null, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/introspect", "/oidc/authorize", "/oidc/logout", "/auth/login"})
    void what_is_for_servers_and_for_people_stays_closed(String path) {
        assertClosed(from(PAGE).get(path));
        assertClosed(from(PAGE).raw("OPTIONS", path, null, new byte[0]));
    }

    @Test
    void a_client_that_is_deleted_takes_its_origin_along() {
        var gone = Party.of(server, Party.publicSettings("https://gone.example/callback"));
        assertOpenTo(from("https://gone.example").get("/oidc/jwks"), "https://gone.example");

        server.core().openId.deleteClient.run(gone.id, null, Origin.local("test"));

        assertClosed(from("https://gone.example").get("/oidc/jwks"));
    }
}
