package dev.latchkey.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Lie;
import dev.latchkey.testkit.LyingProvider;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every lie a provider can tell is refused for the right reason, and leaves nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LyingProviderTest {
    private LyingProvider provider;
    private TestServer server;

    @BeforeAll
    void start() {
        provider = LyingProvider.start();
        server = TestServer.start(provider.settings(Lie.values()));
    }

    @AfterAll
    void stop() {
        server.close();
        provider.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_lie_ends_on_a_page_that_says_what_to_do_and_creates_nothing(Lie lie) {
        var visitor = Visitor.at(server.url());
        var page = new Answer[1];

        var log = ServerLog.of(() -> page[0] = signIn(visitor, lie));

        assertThat(page[0].status()).isBetween(400, 599);
        assertThat(page[0].text())
                .contains("Signing in with " + lie.id() + " did not work")
                .contains("Try again")
                .contains("Sign in another way");
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        assertThat(server.core().federation.providers.find(lie.id())).isPresent();
        assertThat(server.app().backend().database().stores().accounts().isEmpty()).isTrue();
        assertThat(log)
                .contains("signing in at " + lie.id() + " failed")
                .contains(lie.reason())
                .contains("request " + page[0].header("X-Request-Id"));
    }

    /** As a browser goes: to us, to the provider, and back to us. */
    private Answer signIn(Visitor visitor, Lie lie) {
        var last = visitor.get("/auth/provider/" + lie.id());
        for (var i = 0; i < 2 && last.header("Location") != null; i++) {
            last = visitor.get(last.header("Location"));
        }
        return last;
    }
}
