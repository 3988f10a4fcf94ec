package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ConfigLoaderTest {
    @TempDir Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void everything_has_a_default() {
        Config config = load();

        assertThat(config.server().port()).isEqualTo(8080);
        assertThat(config.server().publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(config.server().bind().isLoopbackAddress()).isTrue();
        assertThat(config.data().outbox()).isEqualTo(folder.resolve("data/outbox"));
        assertThat(config.database())
                .isEqualTo(new Config.Database.Sqlite(folder.resolve("data/latchkey.db"), 10));
        assertThat(config.secret())
                .isEqualTo(new Config.Secret.Kept(folder.resolve("data/secret.key")));
        assertThat(config.mail().smtp()).isNull();
        assertThat(config.tokens().access()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.tokens().neverExpires()).isEqualTo(Instant.parse("2999-12-31T23:59:59Z"));
        assertThat(config.apis().endpoints()).allMatch(Config.Endpoint::enabled);
        assertThat(config.apis().aivo().roles()).containsEntry("*", "learner").hasSize(5);
        assertThat(config.signUp())
                .isEqualTo(new Config.SignUp(Config.SignUp.Mode.SINGLE, true, true));
    }

    @Test
    void the_file_in_the_folder_is_read_and_the_environment_wins() throws IOException {
        file(
                """
                server:
                  port: 9000
                  public-url: https://Login.Example.com/
                session.idle: 2d
                redirects:
                  allowed: [https://app.example.com, "myapp://callback/x"]
                """);
        environment.put("LATCHKEY_SERVER_PORT", "9001");

        Config config = load();

        assertThat(config.server().port()).isEqualTo(9001);
        assertThat(config.server().publicUrl()).isEqualTo(URI.create("https://login.example.com"));
        assertThat(config.session().idle()).isEqualTo(Duration.ofDays(2));
        assertThat(config.redirects().allowed())
                .containsExactly(
                        URI.create("https://app.example.com"), URI.create("myapp://callback/x"));
    }

    @Test
    void the_named_file_goes_before_the_variable_and_that_before_the_usual_one()
            throws IOException {
        file("server: {port: 1001}");
        Path second = Files.writeString(folder.resolve("b.yaml"), "server: {port: 1002}");
        Path third = Files.writeString(folder.resolve("c.yaml"), "server: {port: 1003}");

        assertThat(load().server().port()).isEqualTo(1001);
        environment.put("LATCHKEY_CONFIG", second.toString());
        assertThat(load().server().port()).isEqualTo(1002);
        assertThat(new ConfigLoader(environment, folder).load(third).server().port())
                .isEqualTo(1003);
    }

    @Test
    void every_mistake_is_told_with_its_place_and_an_example() throws IOException {
        file(
                """
                server:
                  port: eighty
                  prot: 1
                session:
                  lifetime: 1 year
                """);
        environment.put("LATCHKEY_TOKENS_ACCESS_LIFETIME", "20m");
        environment.put("LATCHKEY_SERVR_PORT", "1");

        ConfigProblems problems = refused();

        String at = folder.resolve("latchkey.yaml") + " line ";
        assertThat(problems.problems())
                .containsExactlyInAnyOrder(
                        new Problem(
                                "server.port",
                                at + 2,
                                "\"eighty\" is not a port from 0 to 65535 (0: any free one).",
                                "Example: server.port: 8080"),
                        new Problem(
                                "server.prot",
                                at + 3,
                                "there is no such setting.",
                                "Did you mean server.port?"),
                        new Problem(
                                "session.lifetime",
                                at + 5,
                                "\"1 year\" is not a time like 10s, 15m, 24h or 30d.",
                                "Example: session.lifetime: 3650d"),
                        new Problem(
                                "LATCHKEY_TOKENS_ACCESS_LIFETIME",
                                "environment",
                                "\"20m\" is not a time from 1s to 15m.",
                                "Example: LATCHKEY_TOKENS_ACCESS_LIFETIME=15m"),
                        new Problem(
                                "LATCHKEY_SERVR_PORT",
                                "environment",
                                "there is no such setting.",
                                "Did you mean LATCHKEY_SERVER_PORT?"));
        assertThat(problems).hasMessageContaining("5 mistakes");
    }

    @Test
    void what_kubernetes_and_the_launcher_put_into_the_environment_is_no_mistake() {
        environment.put("LATCHKEY_SERVICE_HOST", "10.0.0.1");
        environment.put("LATCHKEY_SERVICE_PORT_HTTP", "80");
        environment.put("LATCHKEY_PORT", "tcp://10.0.0.1:80");
        environment.put("LATCHKEY_DB_PORT_5432_TCP_ADDR", "10.0.0.2");
        environment.put("LATCHKEY_JAVA_OPTS", "-Xmx1g");

        assertThat(load().server().port()).isEqualTo(8080);
    }

    @Test
    void an_empty_variable_means_the_default() throws IOException {
        file("server: {port: 9000}");
        environment.put("LATCHKEY_SERVER_PORT", "");

        assertThat(load().server().port()).isEqualTo(8080);
    }

    @Test
    void broken_yaml_is_told_with_its_line() throws IOException {
        file("server:\n  port: [1\n");

        assertThat(refused().problems())
                .singleElement()
                .extracting(Problem::where)
                .isEqualTo("line 3");
    }

    @Test
    void a_missing_file_is_told() {
        environment.put("LATCHKEY_CONFIG", "nowhere.yaml");

        assertThat(refused()).hasMessageContaining("nowhere.yaml: there is no such file.");
    }

    @Test
    void a_value_of_the_wrong_shape_is_told() throws IOException {
        file(
                """
                server: 8080
                data:
                  dir: [a, b]
                log:
                  level: info
                  level: warn
                redirects:
                  allowed: {a: b}
                """);

        assertThat(refused().problems())
                .extracting(Problem::what)
                .containsExactlyInAnyOrder(
                        "is a section: put its settings below it.",
                        "takes one value.",
                        "is given twice, first on line 5.",
                        "takes a list.");
    }

    @Test
    void a_secret_may_stand_in_a_file() throws IOException {
        String key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        Files.writeString(folder.resolve("key"), key + "\n");
        Files.writeString(folder.resolve("keys"), "one\n\ntwo\n");
        environment.put("LATCHKEY_SECRET_KEY_FILE", "key");
        environment.put("LATCHKEY_APIS_NAP_API_KEYS_FILE", "keys");

        Config config = load();

        assertThat(config.secret()).isEqualTo(new Config.Secret.Given(new SecretText(key)));
        assertThat(config.apis().nap().apiKeys())
                .containsExactly(new SecretText("one"), new SecretText("two"));
        assertThat(config.toString()).doesNotContain(key);
    }

    @Test
    void a_bad_secret_is_told_without_repeating_it() {
        environment.put("LATCHKEY_SECRET_KEY", "hunter2");
        environment.put("LATCHKEY_DATABASE_URL", "mysql://root:hunter2@db/x");
        environment.put("LATCHKEY_MAIL_SMTP_PASSWORD", "hunter2");

        ConfigProblems problems = refused();

        assertThat(problems.problems()).hasSize(3);
        assertThat(problems.getMessage()).doesNotContain("hunter2");
    }

    @Test
    void settings_that_contradict_each_other_are_told() {
        environment.put("LATCHKEY_SERVER_PUBLIC_URL", "https://api.example.com");
        environment.put("LATCHKEY_APIS_TRIEVE_HOST", "API.example.com");
        environment.put("LATCHKEY_APIS_NAP_PORT", "3360");
        environment.put("LATCHKEY_APIS_AIVO_PORT", "3360");
        environment.put("LATCHKEY_APIS_SEMAPHORE_PORT", "8080");
        environment.put("LATCHKEY_SESSION_IDLE", "31d");
        environment.put("LATCHKEY_DATABASE_PASSWORD", "x");

        assertThat(refused().problems())
                .extracting(Problem::name)
                .containsExactlyInAnyOrder(
                        "LATCHKEY_APIS_TRIEVE_HOST",
                        "LATCHKEY_APIS_NAP_PORT",
                        "LATCHKEY_APIS_SEMAPHORE_PORT",
                        "LATCHKEY_SESSION_IDLE",
                        "LATCHKEY_DATABASE_PASSWORD");
    }

    @Test
    void pairs_are_put_over_the_defaults() {
        environment.put("LATCHKEY_APIS_AIVO_ROLES", "teacher=instructor, admin=instructor");

        assertThat(load().apis().aivo().roles())
                .containsEntry("teacher", "instructor")
                .containsEntry("admin", "instructor")
                .containsEntry("owner", "tenant_admin");
    }

    @Test
    void a_proxy_is_trusted_by_its_block() {
        environment.put("LATCHKEY_SERVER_TRUSTED_PROXIES", "10.1.0.0/16,fd00::/8");

        Config.Server server = load().server();

        assertThat(List.of("10.1.255.3", "fd12::1"))
                .allMatch(address -> server.trusts(InetAddress.ofLiteral(address)));
        assertThat(List.of("10.2.0.1", "127.0.0.1", "fe80::1"))
                .noneMatch(address -> server.trusts(InetAddress.ofLiteral(address)));
    }

    @Test
    void a_free_port_becomes_part_of_the_public_url() {
        environment.put("LATCHKEY_SERVER_PORT", "0");

        Config.Server server = load().server().boundTo(4567);

        assertThat(server.port()).isEqualTo(4567);
        assertThat(server.publicUrl()).isEqualTo(URI.create("http://localhost:4567"));
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("latchkey.yaml"), text);
    }

    private Config load() {
        return new ConfigLoader(environment, folder).load(null);
    }

    private ConfigProblems refused() {
        return catchThrowableOfType(ConfigProblems.class, this::load);
    }
}
