package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

class ClientCommandsTest {
    @TempDir Path folder;
    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    private Terminal.Said create(String... more) {
        var words = new java.util.ArrayList<>(java.util.List.of("client", "create", "Wiki"));
        words.addAll(java.util.List.of(more));
        return terminal.type(words.toArray(String[]::new));
    }

    @Test
    void an_application_is_registered_shown_given_a_new_secret_and_deleted() {
        var made = create("--id", "wiki", "--redirect-uri", "https://wiki.example/cb", "--json");

        assertThat(made.code()).as(made.err()).isZero();
        var secret = made.json().get("clientSecret").asString();
        assertThat(secret).startsWith("lkp_");
        assertThat(terminal.type("client", "list").out())
                .contains("wiki", "authorization_code refresh_token")
                .doesNotContain(secret);
        assertThat(terminal.type("client", "show", "wiki").out())
                .contains("https://wiki.example/cb")
                .doesNotContain(secret);
        var renewed = terminal.type("client", "secret", "wiki").out();
        assertThat(renewed).contains("client_secret: lkp_").doesNotContain(secret);
        assertThat(terminal.type("client", "delete", "wiki").code()).isZero();
        assertThat(terminal.type("client", "show", "wiki").err()).contains("latchkey client list");
    }

    @Test
    void what_is_said_is_changed_and_the_rest_stays() {
        var made =
                create(
                        "--id",
                        "wiki",
                        "--trusted",
                        "--redirect-uri",
                        "https://wiki.example/cb",
                        "--post-logout-uri",
                        "https://wiki.example/bye");
        assertThat(made.code()).as(made.err()).isZero();

        var changed =
                terminal.type(
                        "client",
                        "change",
                        "wiki",
                        "--redirect-uri",
                        "https://wiki.example/new",
                        "--post-logout-uri",
                        "",
                        "--no-trusted",
                        "--json");

        assertThat(changed.code()).as(changed.err()).isZero();
        var row = changed.json();
        assertThat(row.get("redirectUris").asString()).isEqualTo("https://wiki.example/new");
        assertThat(row.get("postLogoutUris").asString()).isEmpty();
        assertThat(row.get("trusted").asBoolean()).isFalse();
        assertThat(row.get("name").asString()).isEqualTo("Wiki");
        assertThat(row.get("grants").asString()).isEqualTo("authorization_code refresh_token");
        assertThat(changed.out()).doesNotContain("lkp_");
        var again = terminal.type("client", "change", "wiki", "--trusted", "--json").json();
        assertThat(again.get("trusted").asBoolean()).isTrue();
    }

    @Test
    void a_change_for_the_worse_is_refused_and_changes_nothing() {
        create("--id", "wiki", "--redirect-uri", "https://wiki.example/cb");

        assertThat(terminal.type("client", "change", "wiki", "--redirect-uri", "wiki").code())
                .isEqualTo(1);
        assertThat(terminal.type("client", "change", "wiki", "--grant", "password").code())
                .isNotZero();
        assertThat(terminal.type("client", "change", "other", "--name", "X").err())
                .contains("latchkey client list");
        assertThat(terminal.type("client", "show", "wiki").out())
                .contains("https://wiki.example/cb");
    }

    @Test
    void a_public_one_has_no_secret() {
        var made = create("--public", "--redirect-uri", "http://127.0.0.1/cb", "--json");

        assertThat(made.json().has("clientSecret")).isFalse();
        var id = made.json().get("id").asString();
        assertThat(terminal.type("client", "secret", id).code()).isEqualTo(1);
    }

    @Test
    void one_that_signs_needs_its_public_keys_and_no_private_ones() throws Exception {
        var file = folder.resolve("jwks.json");
        var pair =
                new com.nimbusds.jose.jwk.gen.ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_256)
                        .generate();
        var uri = "https://wiki.example/cb";

        Files.writeString(file, new com.nimbusds.jose.jwk.JWKSet(pair).toString(false));
        assertThat(create("--jwks", file.toString(), "--redirect-uri", uri).err())
                .contains("private key");
        Files.writeString(file, "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}");
        assertThat(create("--jwks", file.toString(), "--redirect-uri", uri).code()).isEqualTo(1);
        Files.writeString(file, new com.nimbusds.jose.jwk.JWKSet(pair).toString(true));
        assertThat(create("--jwks", file.toString(), "--redirect-uri", uri).code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wiki.example/cb",
                "//wiki.example/cb",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://wiki.example/cb#x",
                "https://user@wiki.example/cb",
                "https://wiki.example/c b",
                "https://wiki.example\\@evil.example/",
                "myapp:/cb",
                "https:///cb",
                "com.example.app:/cb"
            })
    void a_redirect_uri_that_is_none_is_refused(String uri) {
        var refused = create("--redirect-uri", uri);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("redirectUris");
    }

    @Test
    void with_https_only_loopback_may_be_plain() {
        var secure = terminal.with("LATCHKEY_SERVER_PUBLIC_URL", "https://login.example");
        var plain = "http://wiki.example/cb";

        assertThat(secure.type("client", "create", "W", "--redirect-uri", plain).code())
                .isEqualTo(1);
        assertThat(
                        secure.type(
                                        "client",
                                        "create",
                                        "W",
                                        "--redirect-uri",
                                        "http://127.0.0.1/cb")
                                .code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trieve", "NAP", "latchkey", "x", "a b", "../x"})
    void an_id_that_is_ours_or_none_is_refused(String id) {
        assertThat(create("--id", id, "--redirect-uri", "https://w.example/").code()).isEqualTo(1);
    }

    @Test
    void our_own_server_is_nobodys_audience() {
        var refused =
                create(
                        "--redirect-uri",
                        "https://w.example/",
                        "--audience",
                        "http://localhost:8080/trieve");

        assertThat(refused.err()).contains("audience");
    }

    @Test
    void keys_are_rotated_one_after_the_other_and_listed() {
        create("--redirect-uri", "https://w.example/");

        var made = terminal.type("key", "rotate", "--json");

        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.json()).hasSize(2);
        assertThat(terminal.type("key", "list").out()).contains("WAITING", "SIGNING", "RS256");
        assertThat(terminal.type("key", "rotate").err()).contains("waits already");
        assertThat(terminal.type("key", "rotate", "--stolen").code()).isZero();
        assertThat(terminal.type("key", "list").out())
                .contains("SIGNING")
                .doesNotContain("WAITING", "RETIRING");
    }
}
