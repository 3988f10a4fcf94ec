package dev.latchkey.pages.admin;

import static dev.latchkey.pages.admin.Office.csrf;
import static dev.latchkey.pages.admin.Office.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.audit.AuditEvent.Kind;
import dev.latchkey.http.Json;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditPageTest {
    private static final String PATH = "/admin/audit";
    private static final String EXPORT = PATH + "/export";
    private static final String AGENT = "=HYPERLINK(\"https://evil.example\");=1+1 <b>x</b>";

    private Office office;
    private Visitor root;

    @BeforeAll
    void start() {
        office = new Office(Map.of());
        root = office.root();
        var evil = office.stranger();
        var login = evil.get("/auth/login");
        var fields = Visitor.hidden(login);
        fields.put("email", Office.ADA);
        fields.put("password", "not hers");
        evil.post("/auth/login", fields, Map.of("User-Agent", AGENT));
    }

    @AfterAll
    void stop() {
        office.close();
    }

    private Answer export(String... more) {
        return root.post(EXPORT, form(csrf(root.get(PATH)), more), Map.of());
    }

    @Test
    void events_are_shown_newest_first_and_found_by_what_they_are() {
        var page = root.get(PATH + "?kind=SIGN_IN_FAILED&user=" + Office.ADA);

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text())
                .contains("<strong>Sign-in failed</strong>", "ada@example.org", "127.0.0.1")
                .doesNotContain("<strong>Signed in</strong>");
        assertThat(root.get(PATH + "?from=2999-01-01").text()).contains("Nothing of that kind");
        assertThat(root.get(PATH + "?address=local").text()).contains("Account made");
    }

    @Test
    void what_a_browser_calls_itself_is_text_on_the_page() {
        assertThat(root.get(PATH + "?kind=SIGN_IN_FAILED").text())
                .contains("&lt;b&gt;x&lt;/b&gt;")
                .doesNotContain("<b>x</b>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=NONSENSE | is no kind of event",
                "user=nobody@example.org | is nobody here",
                "user=%25 | is nobody here",
                "organization=%25 | is no organization here",
                "from=yesterday | is no time",
                "until=+999999999-12-31 | is no time",
                "place=%3Cscript%3E | is no place in the log",
                "place=999999999999999-00000000-0000-0000-0000-00000000000x | is no place"
            })
    void what_is_wrong_with_a_wish_is_said_beside_it(String query, String said) {
        var page = root.get(PATH + "?" + query);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains(said).doesNotContain("<script");
    }

    @Test
    void wildcards_in_an_address_find_nothing() {
        assertThat(root.get(PATH + "?address=%25").text()).contains("Nothing of that kind");
        assertThat(root.get(PATH + "?address=127.0.0._").text()).contains("Nothing of that kind");
    }

    @Test
    void older_events_are_behind_a_link() {
        for (int i = 0; i < 60; i++) {
            office.server.organization("Number " + i);
        }
        var first = root.get(PATH + "?kind=ORGANIZATION_CREATED");
        var older = first.text().split("class=\"button second\" href=\"", 2)[1].split("\"", 2)[0];

        var second = root.get(older.replace("&amp;", "&"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(first.text()).contains("number-59-").doesNotContain("number-0-");
        assertThat(second.text()).contains("number-0-").doesNotContain("number-59-");
    }

    @Test
    void they_are_taken_along_as_json_lines_and_that_is_an_event() {
        var file = export("kind", "SIGN_IN_FAILED", "format", "jsonl");

        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("application/jsonl");
        assertThat(file.header("Content-Disposition"))
                .matches("attachment; filename=\"audit-\\d{8}T\\d{6}Z\\.jsonl\"");
        assertThat(file.text().lines())
                .singleElement()
                .satisfies(line -> {
                    var event = Json.parse(line.getBytes(StandardCharsets.UTF_8));
                    assertThat(event.get("kind").asString()).isEqualTo("SIGN_IN_FAILED");
                    assertThat(event.get("user_agent").asString()).isEqualTo(AGENT);
                });
        var event = office.events(Kind.AUDIT_EXPORTED).getFirst();
        assertThat(event.detail()).isEqualTo("json_lines, 1 events");
        assertThat(event.actor()).isNotNull();
        assertThat(event.origin().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void no_spreadsheet_takes_a_strangers_text_for_a_formula() {
        var file = export("kind", "SIGN_IN_FAILED", "format", "csv");

        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.text())
                .startsWith("at,kind,actor,")
                .contains("\"'=HYPERLINK(\"\"https://evil.example\"\");'=1+1 <b>x</b>\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "\uFF1D1", "a;=1", "x,\"@y"
            })
    void a_formula_is_made_text(String formula) {
        assertThat(CsvCell.of(formula))
                .containsPattern("'[\\s\"]*[=+\\-@\uFF1D]")
                .matches("(?s)\"[^\\t\\r]*\"");
    }

    @Test
    void plain_text_stays_as_it_is() {
        assertThat(CsvCell.of("Mozilla/5.0 (X11; Linux) a-b"))
                .isEqualTo("\"Mozilla/5.0 (X11; Linux) a-b\"");
        assertThat(CsvCell.of("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(CsvCell.of(null)).isEqualTo("\"\"");
    }

    @Test
    void nobody_else_sees_or_takes_anything_and_no_other_site_either() {
        var owner = office.ada();
        var acme = office.server.organization("Acme");
        office.server.member(acme.id(), office.ada, dev.latchkey.core.org.Role.OWNER);
        var evil = Map.of("Origin", "https://evil.example");
        var before = office.events(Kind.AUDIT_EXPORTED).size();

        assertThat(owner.get(PATH).status()).isEqualTo(403);
        assertThat(owner.get(PATH).text()).doesNotContain("Sign-in failed");
        assertThat(owner.post(EXPORT, form(csrf(owner.get("/account"))), Map.of()).status())
                .isEqualTo(403);
        assertThat(office.stranger().get(PATH).header("Location")).contains("/auth/login");
        assertThat(office.stranger().post(EXPORT, form("x"), Map.of()).status()).isEqualTo(303);
        var token = csrf(root.get(PATH));
        assertThat(root.post(EXPORT, form("AAAA"), Map.of()).status()).isEqualTo(403);
        assertThat(root.post(EXPORT, form(token), evil).status()).isEqualTo(403);
        assertThat(root.post(EXPORT, form(csrf(owner.get("/account"))), Map.of()).status())
                .isEqualTo(403);
        assertThat(office.events(Kind.AUDIT_EXPORTED)).hasSize(before);
    }

    @Test
    void it_is_said_in_german() {
        assertThat(root.get(PATH + "?ui_locales=de").text())
                .contains("Anmeldung gescheitert", "Mitnehmen")
                .doesNotContain(TestServer.PASSWORD);
        root.get(PATH + "?ui_locales=en");
    }
}
