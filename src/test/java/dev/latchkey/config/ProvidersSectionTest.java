package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ProvidersSectionTest {
    @TempDir Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void a_provider_takes_an_issuer_and_a_client() throws IOException {
        file(
                """
                providers:
                  - id: keycloak
                    issuer: https://idp.example.com/realms/acme
                    client-id: latchkey
                    client-secret: s3cret
                """);

        var provider = load().providers().getFirst();

        assertThat(provider.name()).isEqualTo("keycloak");
        assertThat(provider.protocol())
                .isEqualTo(
                        new ProviderConfig.Protocol.OpenId(
                                "https://idp.example.com/realms/acme", null));
        assertThat(provider.client().scopes()).containsExactly("openid", "email", "profile");
        assertThat(load().usualProvider()).isEqualTo("keycloak");
    }

    @Test
    void a_logo_is_a_picture_beside_the_file_that_names_it() throws IOException {
        environment.put("LATCHKEY_PROVIDERS_IDP_ISSUER", "https://idp.example.com");
        environment.put("LATCHKEY_PROVIDERS_IDP_CLIENT_ID", "a");
        environment.put("LATCHKEY_PROVIDERS_IDP_LOGO", "logo.svg");
        Files.writeString(folder.resolve("logo.svg"), "<svg/>");

        assertThat(load().providers().getFirst().logo()).isEqualTo(folder.resolve("logo.svg"));
        for (var wrong : List.of("missing.svg", "logo.txt", "https://idp.example.com/logo.svg")) {
            environment.put("LATCHKEY_PROVIDERS_IDP_LOGO", wrong);
            assertThatThrownBy(this::load).as(wrong).hasMessageContaining("is no SVG");
        }
    }

    @Test
    void the_environment_makes_one_too_and_adds_to_the_file_s() throws IOException {
        file(
                """
                providers:
                  - id: my-idp
                    issuer: https://idp.example.com
                    client-id: a
                    claims: {email: mail, user-name: uid}
                  - {id: second, issuer: "https://second.example.com", client-id: b, order: 1}
                """);
        Files.writeString(folder.resolve("secret"), "from a file\n");
        environment.put("LATCHKEY_PROVIDERS_MY_IDP_CLIENT_SECRET_FILE", "secret");
        environment.put("LATCHKEY_PROVIDERS_THIRD_ISSUER", "http://localhost:8081");
        environment.put("LATCHKEY_PROVIDERS_THIRD_CLIENT_ID", "c");
        environment.put("LATCHKEY_SIGNIN_PROVIDER", "latchkey");

        Config config = load();

        assertThat(config.providers())
                .extracting(ProviderConfig::id)
                .containsExactly("second", "my-idp", "third");
        var client = config.providers().get(1).client();
        assertThat(client.secret()).isEqualTo(new SecretText("from a file"));
        assertThat(client.claims())
                .isEqualTo(
                        Map.of(
                                ProviderConfig.Claim.EMAIL, "mail",
                                ProviderConfig.Claim.USER_NAME, "uid"));
        assertThat(config.usualProvider()).isNull();
    }

    @Test
    void github_s_way_needs_no_issuer() throws IOException {
        file(
                """
                providers:
                  - id: github
                    kind: oauth2
                    authorization-endpoint: https://github.com/login/oauth/authorize
                    token-endpoint: https://github.com/login/oauth/access_token
                    userinfo-endpoint: https://api.github.com/user
                    emails-endpoint: https://api.github.com/user/emails
                    scopes: [user:email]
                    client-id: x
                """);

        assertThat(load().providers().getFirst().protocol())
                .isEqualTo(
                        new ProviderConfig.Protocol.OAuth2(
                                "https://github.com",
                                URI.create("https://github.com/login/oauth/authorize"),
                                URI.create("https://github.com/login/oauth/access_token"),
                                URI.create("https://api.github.com/user"),
                                URI.create("https://api.github.com/user/emails")));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() throws IOException {
        file(
                """
                providers:
                  - id: Key Cloak
                  - issuer: https://idp.example.com
                  - id: one
                    issuer: http://idp.example.com
                    colour: red
                  - id: two
                    kind: oauth2
                    client-id: x
                    jwks-uri: https://idp.example.com/keys
                  - id: latchkey
                    issuer: https://idp.example.com
                    client-id: x
                  - id: three
                    issuer: https://idp.example.com
                    client-id: x
                    token-endpoint: https://idp.example.com/token
                    client-auth: basic
                """);
        environment.put("LATCHKEY_PROVIDERS_ONE_NOTHING", "x");
        environment.put("LATCHKEY_SIGNIN_PROVIDER", "nobody");

        assertThat(problems())
                .anySatisfy(p -> assertThat(p).startsWith("providers").contains("Key Cloak"))
                .anySatisfy(p -> assertThat(p).contains("has an entry without an id"))
                .anySatisfy(p -> assertThat(p).contains("providers.one.issuer").contains("https"))
                .anySatisfy(p -> assertThat(p).contains("providers.one.colour").contains("no such"))
                .anySatisfy(p -> assertThat(p).contains("providers.one.client-id: is missing"))
                .anySatisfy(p -> assertThat(p).contains("two.authorization-endpoint: is missing"))
                .anySatisfy(p -> assertThat(p).contains("two.jwks-uri").contains("means nothing"))
                .anySatisfy(p -> assertThat(p).contains("is our own provider"))
                .anySatisfy(p -> assertThat(p).contains("three.jwks-uri: is missing"))
                .anySatisfy(p -> assertThat(p).contains("three.client-auth").contains("secret"))
                .anySatisfy(p -> assertThat(p).contains("LATCHKEY_PROVIDERS_ONE_NOTHING"))
                .anySatisfy(p -> assertThat(p).contains("is no provider's id"));
    }

    @Test
    void two_of_one_id_and_two_kinds_of_one_issuer_are_refused() throws IOException {
        file(
                """
                providers:
                  - {id: one, issuer: "https://idp.example.com", client-id: x}
                  - {id: one, issuer: "https://idp.example.com", client-id: x}
                  - id: two
                    kind: oauth2
                    issuer: https://idp.example.com
                    authorization-endpoint: https://idp.example.com/a
                    token-endpoint: https://idp.example.com/t
                    userinfo-endpoint: https://idp.example.com/u
                    client-id: x
                """);

        assertThat(problems())
                .anySatisfy(p -> assertThat(p).contains("providers.one.issuer").contains("twice"))
                .anySatisfy(p -> assertThat(p).contains("of another kind"));
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("latchkey.yaml"), text);
    }

    private Config load() {
        return new ConfigLoader(environment, folder).load(null);
    }

    private List<String> problems() {
        return catchThrowableOfType(ConfigProblems.class, this::load).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
