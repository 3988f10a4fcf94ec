package dev.latchkey.pages.admin;

import static dev.latchkey.pages.admin.Office.csrf;
import static dev.latchkey.pages.admin.Office.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.audit.AuditEvent.Kind;
import dev.latchkey.testkit.Lie;
import dev.latchkey.testkit.LyingProvider;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.HashMap;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidersPageTest {
    private static final String PATH = "/admin/providers";
    private static final String CHECK = PATH + "/check";

    private final LyingProvider provider = LyingProvider.start();
    private Office office;
    private Visitor root;

    @BeforeAll
    void start() {
        Map<String, String> settings = new HashMap<>(provider.settings(Lie.NONE, Lie.FAILS));
        settings.put("LATCHKEY_PROVIDERS_NONE_NAME", "Good <b>Engines</b>");
        office = new Office(settings);
        root = office.root();
    }

    @AfterAll
    void stop() {
        office.close();
        provider.close();
    }

    @Test
    void what_is_configured_is_shown_with_what_to_register_there() {
        var page = root.get(PATH);

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text())
                .contains("Good &lt;b&gt;Engines&lt;/b&gt;", "OpenID Connect")
                .contains(office.server.url() + "/auth/callback/none")
                .contains(office.server.url() + "/semaphore/api/auth/oidc/none/redirect")
                .contains("They are changed in the configuration")
                .doesNotContain("<b>Engines");
    }

    @Test
    void one_is_asked_whether_it_answers_and_that_is_an_event() {
        var good = root.post(CHECK, form(csrf(root.get(PATH)), "provider", "none"), Map.of());

        assertThat(good.text()).contains("Engines&lt;/b&gt; answers as it should");
        assertThat(office.events(Kind.PROVIDER_CHECKED).getFirst().detail())
                .isEqualTo("none: answers");
    }

    @Test
    void one_that_is_none_is_refused() {
        var form = form(csrf(root.get(PATH)), "provider", "../latchkey");

        assertThat(root.post(CHECK, form, Map.of()).status()).isEqualTo(502);
        assertThat(
                        root.post(
                                        CHECK,
                                        form(csrf(root.get(PATH)), "provider", "latchkey"),
                                        Map.of())
                                .status())
                .isEqualTo(502);
    }

    @Test
    void nobody_else_sees_or_asks_anything_and_no_other_site_either() {
        var ada = office.ada();
        var mine = form(csrf(ada.get("/account")), "provider", "none");
        var own = form(csrf(root.get(PATH)), "provider", "none");
        var before = office.events(Kind.PROVIDER_CHECKED).size();

        assertThat(ada.get(PATH).status()).isEqualTo(403);
        assertThat(ada.post(CHECK, mine, Map.of()).status()).isEqualTo(403);
        assertThat(root.post(CHECK, mine, Map.of()).status()).isEqualTo(403);
        assertThat(root.post(CHECK, own, Map.of("Origin", "https://evil.example")).status())
                .isEqualTo(403);
        assertThat(office.stranger().get(PATH).header("Location")).contains("/auth/login");
        assertThat(office.stranger().post(CHECK, own, Map.of()).status()).isEqualTo(303);
        assertThat(office.events(Kind.PROVIDER_CHECKED)).hasSize(before);
    }
}
