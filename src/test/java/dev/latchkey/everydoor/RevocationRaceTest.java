package dev.latchkey.everydoor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.testkit.Eventually;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** 64 who check one credential without a pause, while it is revoked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationRaceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final int ROUNDS = 4;

    /** What ends a credential: through the API's door, or inside. */
    private enum End {
        LOGOUT {
            @Override
            void of(TestServer server, User user, String token) {
                var left = Http.at(server.url()).bearer(token).post("/aivo/auth/v1/logout");
                assertThat(left.status()).isBetween(200, 204);
            }
        },
        EVERYWHERE {
            @Override
            void of(TestServer server, User user, String token) {
                server.core().endSession.all(user.id(), "test", Origin.local("test"));
            }
        },
        DISABLED {
            @Override
            void of(TestServer server, User user, String token) {
                server.core()
                        .changeStatus
                        .run(user.id(), User.Status.DISABLED, null, Origin.local("test"));
            }
        },
        API_TOKEN {
            @Override
            String credential(TestServer server, User user) {
                return server.apiToken(user);
            }

            @Override
            void of(TestServer server, User user, String token) {
                var gone =
                        Http.at(server.url())
                                .bearer(token)
                                .delete("/semaphore/api/user/tokens/" + token);
                assertThat(gone.status()).isEqualTo(204);
            }
        };

        String credential(TestServer server, User user) {
            return server.accessToken(user);
        }

        abstract void of(TestServer server, User user, String token);
    }

    /** A check that was answered with yes, by when it began. */
    private record Yes(long began) {}

    private TestServer server;

    @BeforeAll
    void open() {
        server = TestServer.start();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void no_check_that_begins_after_the_revocation_was_answered_is_good(End end) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            var user = server.user("race" + PEOPLE.incrementAndGet() + "@example.com");
            race(end, user, end.credential(server, user));
        }
    }

    private void race(End end, User user, String token) throws Exception {
        var good = Collections.synchronizedList(new ArrayList<Yes>());
        var refused = new AtomicInteger();
        var over = new AtomicBoolean();
        long answered;
        List<Future<?>> checkers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Race.RUNNERS; i++) {
                checkers.add(threads.submit(() -> check(token, good, refused, over)));
            }
            try {
                Eventually.within(
                        Duration.ofSeconds(30),
                        "everybody checks",
                        () -> good.size() > 2 * Race.RUNNERS);
                end.of(server, user, token);
                answered = System.nanoTime();
                Eventually.within(
                        Duration.ofSeconds(30),
                        "everybody is refused",
                        () -> refused.get() > 2 * Race.RUNNERS);
            } finally {
                over.set(true);
            }
        }
        for (var checker : checkers) {
            checker.get();
        }
        assertThat(good).isNotEmpty().noneMatch(yes -> yes.began() >= answered);
    }

    private void check(String token, List<Yes> good, AtomicInteger refused, AtomicBoolean over) {
        var http = Http.at(server.url()).bearer(token);
        while (!over.get()) {
            var began = System.nanoTime();
            var status = http.get("/trieve/api/auth/me").status();
            if (status == 200) {
                good.add(new Yes(began));
            } else {
                // Trieve's contract knows no 401 here.
                assertThat(status).isEqualTo(400);
                refused.incrementAndGet();
            }
        }
    }
}
