package dev.latchkey.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import dev.latchkey.testkit.Chromium;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Keycloak;
import dev.latchkey.testkit.NodeProvider;
import dev.latchkey.testkit.RealProvider;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From the click to the signed-in answer of an API, in a browser, at providers others wrote. */
@Tag("parts")
class RealProvidersTest {

    /** The same for each of them. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Flows {
        private RealProvider provider;
        private TestServer server;
        private Chromium chromium;

        abstract RealProvider start(List<String> redirectUris);

        @BeforeAll
        void start() {
            var port = freePort();
            var url = "http://localhost:" + port;
            provider =
                    start(
                            List.of(
                                    url + "/auth/callback/" + name(),
                                    url + "/trieve/api/auth/callback",
                                    url + "/semaphore/api/auth/oidc/" + name() + "/redirect"));
            Map<String, String> settings = new HashMap<>(provider.settings());
            settings.put("LATCHKEY_SERVER_PORT", Integer.toString(port));
            server = TestServer.start(settings);
            chromium = Chromium.start();
        }

        abstract String name();

        @AfterAll
        void stop() {
            chromium.close();
            server.close();
            provider.close();
        }

        @Test
        void the_hosted_page_leads_there_and_back_to_the_application_that_asked() {
            var target = server.url() + "/after";
            var address =
                    Http.at(server.url())
                            .get("/nuextract/v1/api/auth?redirectUri=" + Visitor.encode(target))
                            .text();
            var page = chromium.window(true);
            page.navigate(address);
            Chromium.keep(page, "sign-in-with-" + provider.id());
            page.click("text=Sign in with " + provider.id());
            provider.signIn(page);
            page.waitForURL(url -> url.startsWith(target));

            var code = page.url().replaceFirst(".*[?&]code=([^&]*).*", "$1");
            var tokens =
                    Http.at(server.url())
                            .post(
                                    "/nuextract/v1/api/auth/token",
                                    Map.of(
                                            "type",
                                            "ai.numind.extract.shared.TokenCodeRequest",
                                            "code",
                                            code,
                                            "redirectUri",
                                            target))
                            .json();
            var me =
                    Http.at(server.url())
                            .bearer(tokens.path("token").asString())
                            .get("/nuextract/v1/api/auth/me");
            assertThat(me.json().path("email").asString()).isEqualTo(RealProvider.EMAIL);
        }

        @Test
        void trieve_s_login_ends_signed_in() {
            var page = chromium.window(true);
            page.navigate(server.url() + "/trieve/api/auth?redirect_uri=" + server.url() + "/");
            provider.signIn(page);
            page.waitForURL(url -> url.startsWith(server.url() + "/"));

            var me =
                    Http.at(server.url())
                            .with("Cookie", cookie(page, "trieve_session"))
                            .get("/trieve/api/auth/me");
            assertThat(me.json().path("email").asString()).isEqualTo(RealProvider.EMAIL);
        }

        @Test
        void semaphore_s_login_ends_signed_in() {
            var page = chromium.window(true);
            page.navigate(server.url() + "/semaphore/api/auth/oidc/" + provider.id() + "/login");
            provider.signIn(page);
            page.waitForURL(url -> url.equals(server.url() + "/"));

            var tokens =
                    Http.at(server.url())
                            .with("Cookie", cookie(page, "semaphore"))
                            .get("/semaphore/api/user/tokens");
            assertThat(tokens.status()).isEqualTo(200);
        }

        private static String cookie(Page page, String name) {
            BrowserContext context = page.context();
            return context.cookies().stream()
                    .filter(cookie -> cookie.name.equals(name))
                    .map(cookie -> name + "=" + cookie.value)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no cookie " + name));
        }

        private static int freePort() {
            try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Nested
    class AtKeycloak extends Flows {
        @Override
        RealProvider start(List<String> redirectUris) {
            return Keycloak.start(redirectUris);
        }

        @Override
        String name() {
            return "keycloak";
        }
    }

    @Nested
    class AtOidcProvider extends Flows {
        @Override
        RealProvider start(List<String> redirectUris) {
            return NodeProvider.start(redirectUris);
        }

        @Override
        String name() {
            return "node";
        }
    }
}
