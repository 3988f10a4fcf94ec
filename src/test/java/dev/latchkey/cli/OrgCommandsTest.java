package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.NameServer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Organizations' settings, invitations and domains. */
class OrgCommandsTest {
    private static final String EVE = "eve@example.com";

    @TempDir private Path folder;
    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
        terminal.type("org", "create", "Engines", "--slug", "engines");
    }

    private Terminal.Said ok(Terminal.Said said) {
        assertThat(said.code()).as(said.err()).isZero();
        return said;
    }

    private void refused(String why, String... words) {
        var said = terminal.type(words);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains(why);
    }

    @Test
    void settings_are_changed_and_what_is_not_said_stays() {
        ok(terminal.type("org", "change", "engines", "--name", "Looms", "--description", "Cards"));
        ok(terminal.type("org", "change", "engines", "--slug", "looms"));

        var shown = terminal.type("org", "show", "looms", "--json").json();
        assertThat(shown.get("name").asString()).isEqualTo("Looms");
        assertThat(shown.get("description").asString()).isEqualTo("Cards");
        assertThat(shown.get("members").asInt()).isZero();
        assertThat(terminal.type("org", "show", "looms").out()).contains("name: Looms");
        ok(terminal.type("org", "change", "looms", "--description", ""));
        assertThat(terminal.type("org", "show", "looms", "--json").json().get("description"))
                .hasToString("\"\"");
        var event = terminal.type("audit", "list", "--kind", "ORGANIZATION_CHANGED", "--json");
        assertThat(event.json()).hasSize(3);
        assertThat(event.json().get(0).get("address").asString()).isEqualTo("local");
    }

    @Test
    void settings_that_are_none_or_taken_are_refused() {
        terminal.type("org", "create", "Looms", "--slug", "a-b-c-d-e");

        refused("slug", "org", "change", "engines", "--slug", "Not A Slug");
        refused("name", "org", "change", "engines", "--name", " ");
        refused("has that slug", "org", "change", "engines", "--slug", "a-b-c-d-e");
        refused("has to stay", "org", "change", "default", "--slug", "home");
        refused("latchkey org list", "org", "change", "nobody", "--name", "x");
        ok(terminal.type("org", "change", "a-b-c-d-e", "--name", "Five letters"));
    }

    @Test
    void an_invitation_is_listed_sent_again_and_revoked() {
        var first = terminal.type("invite", "engines", EVE, "--role", "admin", "--json").json();
        var waiting = terminal.type("invitation", "list", "engines", "--json").json();
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).get("email").asString()).isEqualTo(EVE);
        assertThat(waiting.get(0).get("role").asString()).isEqualTo("admin");

        var id = waiting.get(0).get("id").asString();
        var again = ok(terminal.type("invitation", "resend", "engines", id, "--json")).json();

        assertThat(again.get("role").asString()).isEqualTo("admin");
        assertThat(again.get("link").asString())
                .endsWith(again.get("code").asString())
                .isNotEqualTo(first.get("link").asString());
        refused("latchkey invitation list", "invitation", "resend", "engines", id);
        ok(terminal.type("invitation", "revoke", "engines", EVE));
        assertThat(terminal.type("invitation", "list", "engines").out()).contains("(none)");
        refused("latchkey invitation list", "invitation", "revoke", "engines", EVE);
    }

    @Test
    void an_invitation_into_another_organization_is_not_touched() {
        terminal.type("org", "create", "Looms", "--slug", "looms");
        terminal.type("invite", "engines", EVE);
        var id =
                terminal.type("invitation", "list", "engines", "--json")
                        .json()
                        .get(0)
                        .get("id")
                        .asString();

        refused("latchkey invitation list", "invitation", "revoke", "looms", id);

        assertThat(terminal.type("invitation", "list", "engines", "--json").json()).hasSize(1);
    }

    @Test
    void a_domain_is_claimed_proven_by_its_dns_and_removed() {
        try (var names = NameServer.start()) {
            terminal = terminal.with("LATCHKEY_DNS_SERVER", names.address());
            var claimed =
                    ok(terminal.type("domain", "claim", "engines", "Acme.Example", "--json"))
                            .json();
            var record = claimed.get("record").asString();
            var text = claimed.get("text").asString();
            assertThat(record).isEqualTo("_latchkey-challenge.acme.example");
            assertThat(terminal.type("domain", "claim", "engines", "acme.example").out())
                    .contains(record, text);
            refused("no such record", "domain", "check", "engines", "acme.example");
            names.says(record, "latchkey-domain-verification=another");
            refused("another value", "domain", "check", "engines", "acme.example");
            names.behaves(NameServer.Manner.FAILS);
            refused("does not answer", "domain", "check", "engines", "acme.example");
            names.behaves(NameServer.Manner.HONEST);
            names.says(record, text);

            ok(terminal.type("domain", "check", "engines", "ACME.example"));
        }
        assertThat(proven()).isTrue();
        refused("join already", "domain", "claim", "engines", "acme.example");
        ok(terminal.type("domain", "remove", "engines", "acme.example"));
        assertThat(terminal.type("domain", "list", "engines").out()).contains("(none)");
        refused("not there any more", "domain", "remove", "engines", "acme.example");
    }

    private boolean proven() {
        var row = terminal.type("domain", "list", "engines", "--json").json().get(0);
        return row.get("proven").asBoolean();
    }

    @Test
    void a_claim_alone_lets_nobody_join_and_is_given_up() {
        ok(terminal.type("domain", "claim", "engines", "acme.example"));
        assertThat(proven()).isFalse();
        assertThat(terminal.type("org", "show", "engines", "--json").json().get("domains"))
                .hasToString("\"\"");

        ok(terminal.type("domain", "remove", "engines", "acme.example"));

        assertThat(terminal.type("domain", "list", "engines").out()).contains("(none)");
        refused("belongs to everybody", "domain", "claim", "engines", "gmail.com");
        refused("is not a domain name", "domain", "claim", "engines", "not a domain");
    }
}
