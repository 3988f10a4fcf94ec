package dev.latchkey.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.testkit.Eventually;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsPageTest {
    private static final String ADA = "ada@example.org";
    private static final String ROOT = "root@example.org";
    private static final String PATH = "/admin/clients";
    private static final String KEYS = "/admin/keys";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.user(ADA);
        server.core()
                .createUser
                .run(
                        new CreateUser.Command(
                                ROOT,
                                null,
                                TestServer.PASSWORD,
                                "Root",
                                "",
                                true,
                                true,
                                null,
                                Origin.local("test")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor signedIn(String email) {
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.open("/auth/login"), email, TestServer.PASSWORD);
        return visitor;
    }

    private static Map<String, String> wiki(String csrf) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("csrf", csrf);
        fields.put("name", "Wiki");
        fields.put("kind", "confidential");
        fields.put("redirectUris", "https://wiki.example/cb https://wiki.example/other");
        return fields;
    }

    private static String csrf(dev.latchkey.testkit.Http.Answer page) {
        return String.valueOf(Visitor.hidden(page).get("csrf"));
    }

    @Test
    void an_administrator_registers_an_application_sees_its_secret_once_and_deletes_it() {
        var visitor = signedIn(ROOT);
        var page = visitor.get(PATH);
        assertThat(page.status()).as(page.text()).isEqualTo(200);

        var made = visitor.post(PATH, wiki(csrf(page)), Map.of());

        assertThat(made.text())
                .contains("lkp_", "https://wiki.example/cb https://wiki.example/other");
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        var again = visitor.get(PATH);
        assertThat(again.text()).contains("Wiki").doesNotContain("lkp_");
        var id = Visitor.hidden(again).get("client");
        var form = Map.of("csrf", csrf(again), "client", String.valueOf(id));
        assertThat(visitor.post(PATH + "/secret", form, Map.of()).text()).contains("lkp_");
        assertThat(visitor.post(PATH + "/delete", form, Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get(PATH).text()).doesNotContain("Wiki");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field() {
        var visitor = signedIn(ROOT);
        var fields = wiki(csrf(visitor.get(PATH)));
        fields.put("redirectUris", "wiki");

        var refused = visitor.post(PATH, fields, Map.of());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("has to be an absolute URI", "value=\"wiki\"");
    }

    @Test
    void nobody_else_sees_or_changes_anything_and_no_other_site_either() {
        var ada = signedIn(ADA);

        assertThat(ada.get(PATH).status()).isEqualTo(403);
        assertThat(ada.post(PATH, wiki(csrf(ada.get("/account"))), Map.of()).status())
                .isEqualTo(403);
        assertThat(Visitor.at(server.url()).get(PATH).header("Location")).contains("/auth/login");
        var root = signedIn(ROOT);
        var csrf = csrf(root.get(PATH));
        assertThat(root.post(PATH, wiki("AAAA"), Map.of()).status()).isEqualTo(403);
        assertThat(root.post(PATH, wiki(csrf), Map.of("Origin", "https://evil.example")).status())
                .isEqualTo(403);
    }

    @Test
    void an_administrator_sees_the_keys_and_makes_new_ones_once() {
        var root = signedIn(ROOT);
        // The RSA key is made in the background, which takes a busy machine some seconds.
        Eventually.within(
                Duration.ofSeconds(60),
                "the RSA key is made",
                () -> root.get(KEYS).text().contains("RS256"));
        var page = root.get(KEYS);
        assertThat(page.text()).contains("RS256", "ES256", "Signs").doesNotContain("Waits");
        var form = Map.of("csrf", csrf(page));

        var rotated = root.post(KEYS + "/rotate", form, Map.of());

        assertThat(rotated.status()).as(rotated.text()).isEqualTo(303);
        assertThat(root.get(KEYS).text()).contains("Waits until everybody knows it");
        var again = root.post(KEYS + "/rotate", form, Map.of());
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("are being rotated");
    }

    @Test
    void nobody_else_rotates_keys_and_no_other_site_either() {
        var ada = signedIn(ADA);
        var form = Map.of("csrf", csrf(ada.get("/account")));
        var root = signedIn(ROOT);
        var own = Map.of("csrf", csrf(root.get(KEYS)));
        var evil = Map.of("Origin", "https://evil.example");

        assertThat(ada.get(KEYS).status()).isEqualTo(403);
        assertThat(ada.post(KEYS + "/rotate", form, Map.of()).status()).isEqualTo(403);
        assertThat(root.post(KEYS + "/rotate", own, evil).status()).isEqualTo(403);
        assertThat(root.post(KEYS + "/rotate", form, Map.of()).status()).isEqualTo(403);
    }
}
