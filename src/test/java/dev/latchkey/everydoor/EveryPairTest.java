package dev.latchkey.everydoor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.LoginName;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Every ordered pair of APIs: begun in one, used and ended in the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPairTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private TestServer server;

    @BeforeAll
    void open() {
        server = TestServer.start();
    }

    @AfterAll
    void close() {
        server.close();
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(ApiDoor.values())
                .flatMap(first ->
                        Arrays.stream(ApiDoor.values())
                                .filter(second -> second != first)
                                .map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest(name = "{0} then {1}")
    @MethodSource("pairs")
    void one_account_signs_in_at_both_and_loses_both_at_once(ApiDoor first, ApiDoor second) {
        var email = somebody();
        var one = first.signIn(server, email);
        var other = second.signIn(server, email);
        assertThat(first.knows(server, one)).isTrue();
        assertThat(second.knows(server, other)).isTrue();

        var user =
                server.app()
                        .backend()
                        .database()
                        .stores()
                        .accounts()
                        .findForSignIn(LoginName.of(email))
                        .orElseThrow();
        server.core().endSession.all(user.user().id(), "test", Origin.local("test"));

        assertThat(first.knows(server, one)).isFalse();
        assertThat(second.knows(server, other)).isFalse();
    }

    @ParameterizedTest(name = "{0} then {1}")
    @MethodSource("pairs")
    void a_session_begun_at_one_is_the_same_at_the_other_and_ends_there_for_all(
            ApiDoor first, ApiDoor second) {
        var begun = first.signIn(server, somebody());
        // A cookie is no bearer token: for doors that take none, the session makes a token for
        // itself.
        var held = second.takes(begun) ? begun : apiTokenBy(begun);
        assertThat(second.knows(server, held)).isTrue();

        if (held.equals(begun)) {
            assertThat(second.leave(server, held)).isBetween(200, 204);
        } else {
            revoke((Held.Bearer) held, begun);
        }

        for (var door : ApiDoor.values()) {
            if (door.takes(held)) {
                assertThat(door.knows(server, held)).as("refused by " + door).isFalse();
            }
        }
    }

    private Held apiTokenBy(Held cookie) {
        var made =
                Http.at(server.url())
                        .with("Cookie", "semaphore=" + ((Held.Cookie) cookie).value())
                        .post("/semaphore/api/user/tokens");
        assertThat(made.status()).isEqualTo(201);
        return new Held.Bearer(made.json().get("id").asString());
    }

    private void revoke(Held.Bearer token, Held cookie) {
        var gone =
                Http.at(server.url())
                        .with("Cookie", "semaphore=" + ((Held.Cookie) cookie).value())
                        .delete("/semaphore/api/user/tokens/" + token.text());
        assertThat(gone.status()).isEqualTo(204);
    }

    private String somebody() {
        return server.user("pair" + PEOPLE.incrementAndGet() + "@example.com").email().text();
    }
}
