package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.testkit.Chromium;
import dev.latchkey.testkit.SpringSample;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Spring Security's OAuth client in an application of ten lines, in a real browser. */
@Tag("parts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringSecurityTest {
    private static final String ADA = "ada@example.org";

    private final URI home = SpringSample.free();
    private TestServer server;
    private SpringSample sample;
    private Chromium chromium;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.user(ADA);
        var party = Party.of(server, settings());
        sample = SpringSample.start(home, server.url(), party.id, party.secret());
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
        sample.close();
        server.close();
    }

    private ClientSettings settings() {
        return new ClientSettings(
                "My wiki",
                ClientProof.SECRET,
                null,
                IdTokenAlgorithm.RS256,
                List.of(home + "/login/oauth2/code/latchkey"),
                List.of(home + "/"),
                null,
                Set.of(GrantType.AUTHORIZATION_CODE),
                null,
                Set.of(),
                true,
                false);
    }

    private static String heading(Page page) {
        return page.locator("h1").innerText();
    }

    private Page signedIn() {
        var page = chromium.window(false);
        page.navigate(home + "/");
        page.getByText("Sign in").click();
        page.getByLabel("Email or user name").fill(ADA);
        page.getByLabel("Password").fill(TestServer.PASSWORD);
        page.getByRole(AriaRole.BUTTON).click();
        return page;
    }

    @Test
    void somebody_signs_in_to_the_application_and_out_of_both() {
        var page = signedIn();
        assertThat(page.url()).startsWith(home + "/me");
        assertThat(heading(page)).isEqualTo("Hello, " + ADA);
        Chromium.keep(page, "spring-signed-in");

        page.getByText("Sign out").click();
        page.getByRole(AriaRole.BUTTON).click();

        assertThat(page.url()).isEqualTo(home + "/");
        assertThat(heading(page)).isEqualTo("My wiki");
        page.getByText("Sign in").click();
        assertThat(page.url()).startsWith(server.url() + "/auth/login");
    }

    @Test
    void the_guide_shows_the_application_that_was_tried() throws IOException {
        var source = Files.readString(SpringSample.SOURCE);

        assertThat(Files.readString(Path.of("docs/protect-your-application.md")))
                .contains(source.substring(source.indexOf("@SpringBootApplication")).strip());
    }
}
