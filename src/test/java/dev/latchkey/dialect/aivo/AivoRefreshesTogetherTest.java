package dev.latchkey.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Refreshes that come at the same time share a transaction, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AivoRefreshesTogetherTest {
    private static final Origin ORIGIN = Origin.local("test");

    /** What is to come of somebody's token. */
    private enum Fate {
        GOOD,
        UNKNOWN,
        SESSION_ENDED,
        NO_MEMBER,
        USED_LONG_AGO
    }

    private record Person(User user, Fate fate, String token) {}

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final TestServer server = TestServer.start(Map.of(), clock);
    private final Aivo aivo = Aivo.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    private Person person(int i) {
        var fates = Fate.values();
        var fate = fates[i % fates.length];
        var user = server.user("together" + i + "@example.com");
        var token = Aivo.refreshToken(aivo.session(user.email().text()));
        return new Person(user, fate, spoilt(user, fate, token));
    }

    private String spoilt(User user, Fate fate, String token) {
        var core = server.core();
        switch (fate) {
            case GOOD -> {}
            case UNKNOWN -> {
                return Secret.of(SecretKind.REFRESH_TOKEN, UUID.randomUUID()).text();
            }
            case SESSION_ENDED -> core.endSession.all(user.id(), "test", ORIGIN);
            case NO_MEMBER -> core.changeMembers.remove(home(), user.id(), null, ORIGIN);
            case USED_LONG_AGO -> assertThat(aivo.refresh(token).status()).isEqualTo(200);
        }
        return token;
    }

    private OrgId home() {
        return server.core().createOrganization.ensureDefault(ORIGIN).id();
    }

    @Test
    void sixty_four_people_at_once_get_what_is_theirs_and_no_more() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < Race.RUNNERS; i++) {
            people.add(person(i));
        }
        clock.advance(Duration.ofSeconds(11));

        var answers = Race.run(i -> aivo.refresh(people.get(i).token()));

        for (int i = 0; i < Race.RUNNERS; i++) {
            assertRight(people.get(i), (Http.Answer) answers.get(i));
        }
        for (var person : people) {
            if (person.fate() == Fate.NO_MEMBER) {
                server.member(home(), person.user(), Role.MEMBER);
                assertOwn(person, aivo.refresh(person.token()));
            }
        }
    }

    private void assertRight(Person person, Http.Answer answer) {
        if (person.fate() == Fate.GOOD) {
            assertOwn(person, answer);
        } else {
            Aivo.assertError(answer, 401, "invalid_refresh_token");
        }
    }

    /** The token, the session behind it and the successor are this person's. */
    private void assertOwn(Person person, Http.Answer answer) {
        assertThat(answer.status()).as(person + answer.text()).isEqualTo(200);
        var email = person.user().email().text();
        assertThat(answer.json().get("user").get("email").asString()).isEqualTo(email);
        assertThat(aivo.me(answer.json()).json().get("email").asString()).isEqualTo(email);
        var next = aivo.refresh(Aivo.refreshToken(answer.json()));
        assertThat(next.json().get("user").get("email").asString()).isEqualTo(email);
    }
}
