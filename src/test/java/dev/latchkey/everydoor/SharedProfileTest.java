package dev.latchkey.everydoor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** A session that nobody has seen yet, beside one of the same person that is remembered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedProfileTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final int ROUNDS = 4;

    private TestServer server;
    private Organization acme;

    @BeforeAll
    void open() {
        server = TestServer.start();
        acme = server.organization("Acme");
    }

    @AfterAll
    void close() {
        server.close();
    }

    private User member() {
        var user = server.user("shared" + PEOPLE.incrementAndGet() + "@example.com");
        server.member(acme.id(), user, Role.MEMBER);
        return user;
    }

    private List<String> organizations(String token) {
        var me = Http.at(server.url()).bearer(token).get("/trieve/api/auth/me");
        assertThat(me.status()).isEqualTo(200);
        return me.json().get("orgs").valueStream().map(org -> org.get("name").asString()).toList();
    }

    private void leave(User user) {
        server.core().changeMembers.remove(acme.id(), user.id(), null, Origin.local("test"));
    }

    @Test
    void it_shows_what_both_have_in_common() {
        var user = member();
        var first = server.accessToken(user);
        var second = server.accessToken(user);

        assertThat(organizations(first)).hasSize(2);
        assertThat(organizations(second)).isEqualTo(organizations(first));
    }

    @Test
    void it_does_not_show_an_organization_that_was_left_in_between() {
        var user = member();
        var first = server.accessToken(user);
        var second = server.accessToken(user);
        assertThat(organizations(first)).contains("Acme");

        leave(user);

        assertThat(organizations(second)).doesNotContain("Acme");
        assertThat(organizations(first)).doesNotContain("Acme");
    }

    @Test
    void it_shows_the_organization_first_that_somebody_signed_in_to_last() {
        var user = member();
        var home = server.core().createOrganization.ensureDefault(Origin.local("test"));
        assertThat(organizations(server.accessToken(user))).hasSize(2);
        for (var chosen : List.of(acme, home, acme)) {
            var session = signedInTo(chosen, user);

            assertThat(organizations(session)).startsWith(chosen.name());
        }
    }

    private String signedInTo(Organization chosen, User user) {
        var membership = new Membership(chosen, Role.MEMBER, Instant.EPOCH, Instant.EPOCH, null);
        return server.core()
                .grants
                .open(user, membership, "pwd", Carrier.ACCESS_TOKEN, Origin.local("test"))
                .credential();
    }

    @Test
    void nobody_else_stands_on_it() {
        var user = member();
        var other = server.user("other" + PEOPLE.incrementAndGet() + "@example.com");
        assertThat(organizations(server.accessToken(user))).contains("Acme");

        assertThat(organizations(server.accessToken(other))).doesNotContain("Acme");
    }

    @Test
    void no_check_that_begins_after_somebody_left_shows_the_organization() {
        for (int i = 0; i < ROUNDS; i++) {
            var user = member();
            var tokens =
                    IntStream.range(0, Race.RUNNERS)
                            .mapToObj(_ -> server.accessToken(user))
                            .toList();
            assertThat(organizations(tokens.getFirst())).contains("Acme");
            var answered = new AtomicLong(Long.MAX_VALUE);

            var late =
                    Race.run(n -> {
                        if (n == 0) {
                            leave(user);
                            answered.set(System.nanoTime());
                            return false;
                        }
                        var began = System.nanoTime();
                        var shown = organizations(tokens.get(n)).contains("Acme");
                        return shown && began > answered.get();
                    });

            assertThat(late).containsOnly(false);
            assertThat(tokens)
                    .allSatisfy(token -> assertThat(organizations(token)).doesNotContain("Acme"));
        }
    }
}
