package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Outbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class CommandsTest {
    private static final String ADA = "ada@example.com";

    @TempDir private Path folder;
    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    @Test
    void an_account_is_made_listed_disabled_and_given_a_password() {
        var made =
                terminal.typeWithPassword(
                        "correct horse", "user", "create", ADA, "--user-name", "ada", "--admin");

        assertThat(made.code()).as(made.err()).isZero();
        var row = terminal.type("user", "list", "--json").json().get(0);
        assertThat(row.get("email").asString()).isEqualTo(ADA);
        assertThat(row.get("admin").asBoolean()).isTrue();
        assertThat(row.get("verified").asBoolean()).isTrue();
        var last = terminal.type("user", "disable", "ada");
        assertThat(last.code()).isEqualTo(1);
        assertThat(last.err()).contains("at least one active administrator");
        terminal.typeWithPassword("correct horse", "user", "create", "root@example.com", "--admin");
        assertThat(terminal.type("user", "disable", "ada").code()).isZero();
        assertThat(status()).isEqualTo("disabled");
        assertThat(terminal.type("user", "enable", ADA).code()).isZero();
        assertThat(status()).isEqualTo("active");
        assertThat(terminal.typeWithPassword("another horse", "user", "set-password", ADA).code())
                .isZero();
        assertThat(terminal.type("user", "reset-factors", ADA).code()).isZero();
    }

    @Test
    void somebody_is_invited_found_shown_and_made_administrator() {
        assertThat(terminal.type("user", "create", ADA, "--invite", "--last-name", "Love").code())
                .isZero();
        assertThat(terminal.type("user", "send-reset", ADA).code()).isZero();
        assertThat(new Outbox(folder.resolve("data/outbox")).find(ADA, "choose your (password)"))
                .isEqualTo("password");

        var found = terminal.type("user", "find", "LOV", "--json").json();
        assertThat(found.get(0).get("email").asString()).isEqualTo(ADA);
        assertThat(terminal.type("user", "find", "LOV", "--status", "disabled", "--json").json())
                .isEmpty();
        assertThat(terminal.type("user", "find", "%").out()).contains("(none)");
        assertThat(terminal.type("user", "find", "LOV", "--status", "odd").code()).isEqualTo(1);

        var shown = terminal.type("user", "show", ADA, "--json").json();
        assertThat(shown.get("password").asBoolean()).isFalse();
        assertThat(shown.get("organizations").asString()).isEqualTo("default (member)");
        assertThat(terminal.type("user", "make-admin", ADA).code()).isZero();
        assertThat(terminal.type("user", "unmake-admin", ADA).err())
                .contains("at least one active administrator");
        assertThat(terminal.type("user", "unlink", ADA, "https://idp", "1").code()).isZero();
    }

    @Test
    void refusals_are_told_and_end_with_1() {
        terminal.typeWithPassword("correct horse", "user", "create", ADA);

        var twice = terminal.typeWithPassword("correct horse", "user", "create", ADA);
        var weak = terminal.typeWithPassword("short", "user", "create", "bob@example.com");
        var nobody = terminal.type("user", "disable", "nobody");

        assertThat(twice.code()).isEqualTo(1);
        assertThat(twice.err()).contains("has that email address already");
        assertThat(weak.code()).isEqualTo(1);
        assertThat(weak.err()).contains("at least 8 characters").doesNotContain("short");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("latchkey user list");
    }

    @Test
    void organizations_members_and_invitations() {
        terminal.typeWithPassword("correct horse", "user", "create", ADA);

        assertThat(
                        terminal.type(
                                        "org", "create", "Engines", "--slug", "engines", "--owner",
                                        ADA)
                                .code())
                .isZero();
        assertThat(terminal.type("org", "list").out()).contains("engines").contains("default");
        assertThat(terminal.type("member", "remove", "engines", ADA).err())
                .contains("at least one owner");
        terminal.typeWithPassword("correct horse", "user", "create", "bob@example.com");
        assertThat(
                        terminal.type(
                                        "member",
                                        "add",
                                        "engines",
                                        "bob@example.com",
                                        "--role",
                                        "admin")
                                .code())
                .isZero();
        assertThat(terminal.type("member", "list", "engines", "--json").json()).hasSize(2);
        assertThat(terminal.type("member", "remove", "engines", "bob@example.com").code()).isZero();

        var invited = terminal.type("invite", "engines", "eve@example.com", "--json");

        assertThat(invited.json().get("link").asString())
                .endsWith(invited.json().get("code").asString());
        assertThat(folder.resolve("data/outbox")).isNotEmptyDirectory();
    }

    @Test
    void tokens_are_shown_once_listed_and_revoked() {
        terminal.typeWithPassword("correct horse", "user", "create", ADA);

        var made = terminal.type("token", "create", ADA, "ci", "--days", "30", "--json").json();

        assertThat(made.get("token").asString()).startsWith(made.get("shown").asString());
        var listed = terminal.type("token", "list", ADA);
        assertThat(listed.out())
                .contains(made.get("shown").asString())
                .doesNotContain(made.get("token").asString());
        assertThat(terminal.type("token", "revoke", ADA, made.get("shown").asString()).code())
                .isZero();
        assertThat(
                        terminal.type("token", "list", ADA, "--json")
                                .json()
                                .get(0)
                                .get("revokedAt")
                                .isNull())
                .isFalse();
        assertThat(terminal.type("token", "revoke", ADA, "lka_unknown").code()).isEqualTo(1);
        assertThat(terminal.type("session", "list", ADA).out()).contains("(none)");
        assertThat(terminal.type("session", "revoke", ADA).code()).isEqualTo(1);
    }

    @Test
    void bad_settings_are_told_all_together_and_end_with_2() {
        var said =
                terminal.with("LATCHKEY_SERVER_PORT", "many")
                        .with("LATCHKEY_SIGNUP_MODE", "both")
                        .type("user", "list");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("LATCHKEY_SERVER_PORT").contains("LATCHKEY_SIGNUP_MODE");
        assertThat(terminal.type("user").code()).isEqualTo(2);
        assertThat(terminal.type("nonsense").code()).isEqualTo(2);
    }

    @Test
    void the_doctor_says_what_is_wrong_and_what_to_do() throws Exception {
        assertThat(terminal.type("migrate").code()).isZero();
        var healthy = terminal.type("doctor");
        assertThat(healthy.code()).as(healthy.out()).isZero();
        assertThat(healthy.out()).contains("database", "keys", "clock", "no administrator yet");

        // A port that nobody listens on, and a secret that is not the one the keys were sealed
        // with.
        Files.delete(folder.resolve("data/secret.key"));
        var ill =
                terminal.with("LATCHKEY_MAIL_SMTP_HOST", "127.0.0.1")
                        .with("LATCHKEY_MAIL_SMTP_PORT", "9")
                        .type("doctor");

        assertThat(ill.code()).isEqualTo(1);
        assertThat(ill.out()).contains("sealed under another secret", "does not answer");
    }

    private String status() {
        return terminal.type("user", "list", "--json").json().get(0).get("status").asString();
    }
}
