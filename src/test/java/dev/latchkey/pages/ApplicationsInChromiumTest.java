package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.ClientWithSecret;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.testkit.Chromium;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Somebody signs in to an application, and somebody registers one, with and without scripts. */
@Tag("parts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationsInChromiumTest {
    private static final String ADA = "ada@example.org";
    private static final String ROOT = "root@example.org";

    private final Eye eye = new Eye();
    private HttpServer application;
    private TestServer server;
    private Chromium chromium;

    @BeforeAll
    void start() throws IOException {
        application =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        application.createContext(
                "/",
                exchange -> {
                    var body = "<h1>The application</h1>".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        application.start();
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
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
        server.close();
        application.stop(0);
    }

    private String home() {
        return "http://127.0.0.1:" + application.getAddress().getPort();
    }

    private ClientWithSecret register() {
        var settings =
                new ClientSettings(
                        "Lovelace's Wiki",
                        ClientProof.SECRET,
                        null,
                        IdTokenAlgorithm.RS256,
                        List.of(home() + "/callback"),
                        List.of(home() + "/bye"),
                        null,
                        Set.of(GrantType.AUTHORIZATION_CODE),
                        null,
                        Set.of(),
                        false,
                        false);
        return server.core().openId.registerClient.run(null, settings, null, Origin.local("test"));
    }

    private void look(boolean scripts, Page page, String name) {
        if (scripts) {
            eye.look(page, name);
        }
    }

    private Page window(boolean scripts) {
        var page = chromium.window(scripts);
        page.onConsoleMessage(
                message -> assertThat(message.text()).doesNotContain("Refused", "violates"));
        return page;
    }

    private static void signIn(Page page, String email) {
        page.getByLabel("Email or user name").fill(email);
        page.getByLabel("Password").fill(TestServer.PASSWORD);
        press(page, "Sign in");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private static String heading(Page page) {
        return page.locator("h1").innerText();
    }

    private String authorize(ClientWithSecret client) {
        return server.url()
                + "/oidc/authorize?response_type=code&scope=openid+profile+email&state=s1&client_id="
                + client.client().id()
                + "&redirect_uri="
                + Visitor.encode(home() + "/callback");
    }

    private String idToken(ClientWithSecret client, String backAt) {
        var code = backAt.replaceAll(".*[?&]code=([^&]*).*", "$1");
        var form =
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        home() + "/callback",
                        "client_id",
                        client.client().id(),
                        "client_secret",
                        Objects.requireNonNull(client.secret()).text());
        var answer = Visitor.at(server.url()).post("/oidc/token", form, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("id_token").asString();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebody_consents_and_is_signed_out_by_the_application(boolean scripts) {
        var client = register();
        var page = window(scripts);
        page.navigate(authorize(client));
        signIn(page, ADA);
        assertThat(heading(page)).contains("Lovelace's Wiki");
        look(scripts, page, "consent");
        press(page, "Allow");
        assertThat(page.url()).startsWith(home() + "/callback?").contains("state=s1", "iss=");

        var backAt = page.url();
        page.navigate(server.url() + "/account/applications");
        assertThat(page.locator("main").innerText()).contains("Lovelace's Wiki");
        look(scripts, page, "applications");

        page.navigate(
                server.url()
                        + "/oidc/logout?state=s2&id_token_hint="
                        + idToken(client, backAt)
                        + "&post_logout_redirect_uri="
                        + Visitor.encode(home() + "/bye"));

        assertThat(page.url()).isEqualTo(home() + "/bye?state=s2");
        page.navigate(authorize(client));
        assertThat(heading(page)).isEqualTo("Sign in");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void without_a_hint_somebody_is_asked_before_they_are_signed_out(boolean scripts) {
        var page = window(scripts);
        page.navigate(server.url() + "/auth/login");
        signIn(page, ADA);
        page.navigate(server.url() + "/oidc/logout?state=s3");
        assertThat(URI.create(page.url()).getPath()).isEqualTo("/auth/logout");
        look(scripts, page, "logout-asked");

        press(page, "Sign out");

        assertThat(heading(page)).isEqualTo("Signed out");
        look(scripts, page, "logout-done");
        page.navigate(server.url() + "/account");
        assertThat(heading(page)).isEqualTo("Sign in");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_administrator_registers_an_application_and_deletes_it(boolean scripts) {
        var page = window(scripts);
        page.navigate(server.url() + "/admin/clients");
        signIn(page, ROOT);
        look(scripts, page, "clients");
        page.locator("#name").fill("Engine <i>room</i>");
        page.locator("#redirectUris").fill("wiki");
        press(page, "Register");
        look(scripts, page, "clients-wrong");
        page.locator("#redirectUris").fill("https://engine.example/callback");
        press(page, "Register");
        var made = page.locator("code.secret").allInnerTexts();
        assertThat(made).hasSize(2).last().asString().startsWith("lkp_");
        look(scripts, page, "clients-made");

        page.navigate(server.url() + "/admin/clients");
        assertThat(page.content()).doesNotContain("lkp_");
        var row =
                page.locator("li")
                        .filter(
                                new com.microsoft.playwright.Locator.FilterOptions()
                                        .setHasText(made.getFirst()));
        row.locator("summary").click();
        look(scripts, page, "clients-listed");
        row.locator("button.grave").click();

        assertThat(page.locator("main").innerText()).doesNotContain(made.getFirst());
        assertThat(
                        Http.at(server.url())
                                .get("/oidc/authorize?client_id=" + made.getFirst())
                                .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_administrator_looks_at_the_keys(boolean scripts) {
        var page = window(scripts);
        page.navigate(server.url() + "/admin/keys");
        signIn(page, ROOT);
        press(page, "Make new keys");
        assertThat(page.locator("main").innerText()).contains("Waits until everybody knows it");
        look(scripts, page, scripts ? "keys-rotated" : "keys");
    }
}
