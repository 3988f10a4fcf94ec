package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;
import static dev.latchkey.store.Samples.newSession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.session.Session;
import dev.latchkey.core.session.SessionSecret;
import dev.latchkey.core.session.Sessions;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

interface SessionsContract extends StoreContract {

    private Sessions sessions() {
        return stores().sessions();
    }

    @Test
    default void a_session_is_found_by_id_and_by_each_of_its_cookies() {
        var user = samples().user();
        var session = newSession(user.id(), NOW, LATER);
        var owned = new Sessions.Owned(session, user, List.of());
        var id = session.id();
        var cookies = List.of(hash(), hash(), hash());
        sessions().insert(session, new SessionSecret.Cookie(cookies.getFirst()));
        sessions().add(id, new SessionSecret.Cookie(cookies.get(1)));
        sessions().add(id, new SessionSecret.Cookie(cookies.get(2)));

        assertThat(sessions().find(id)).contains(session);
        assertThat(sessions().findOwned(id)).contains(owned);
        assertThat(cookies)
                .allSatisfy(
                        cookie -> assertThat(sessions().findByCookie(id, cookie)).contains(owned));
        assertThat(sessions().findByCookie(id, hash())).isEmpty();
        assertThat(sessions().find(Samples.sessionId())).isEmpty();
    }

    @Test
    default void of_two_that_are_called_the_same_the_first_is_kept() {
        var first = newSession(samples().user().id(), NOW, LATER);
        var second = Samples.newSession(first.id(), samples().user().id(), NOW, LATER);
        var cookie = new SessionSecret.Cookie(hash());

        assertThat(sessions().insert(first, cookie)).isTrue();
        assertThat(sessions().insert(second, new SessionSecret.Cookie(hash()))).isFalse();

        assertThat(sessions().find(first.id())).contains(first);
        assertThat(sessions().liveOf(second.user(), NOW)).isEmpty();
    }

    @Test
    default void a_cookie_opens_no_session_but_its_own() {
        var session = newSession(samples().user().id(), NOW, LATER);
        var other = newSession(session.user(), NOW, LATER);
        var cookie = hash();
        var second = hash();
        sessions().insert(session, new SessionSecret.Cookie(cookie));
        sessions().add(session.id(), new SessionSecret.Cookie(second));
        sessions().insert(other, new SessionSecret.Refresh(cookie, LATER));

        assertThat(sessions().findByCookie(other.id(), cookie)).isEmpty();
        assertThat(sessions().findByCookie(other.id(), second)).isEmpty();
    }

    @Test
    default void the_organization_it_acts_in_is_kept() {
        var organization = samples().organization().id();
        var plain = newSession(samples().user().id(), NOW, LATER);
        var session =
                new Session(
                        plain.id(),
                        plain.user(),
                        organization,
                        NOW,
                        NOW,
                        "fed",
                        LATER,
                        NOW,
                        null,
                        "::1",
                        "",
                        "pages");
        samples().insert(session);

        assertThat(sessions().find(session.id())).contains(session);
    }

    @Test
    default void of_64_who_revoke_one_session_one_ends_it() {
        var session = samples().session();

        var outcomes = Race.run(_ -> sessions().revoke(session.id(), NOW, "signed out"));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        assertThat(sessions().find(session.id()).orElseThrow().revokedAt()).isEqualTo(NOW);
    }

    @Test
    default void an_expired_session_is_not_live_any_more() {
        var session = samples().session();

        assertThat(sessions().liveOf(session.user(), LATER)).isEmpty();
        assertThat(sessions().revoke(session.id(), LATER, "late")).isFalse();
    }

    @Test
    default void live_sessions_are_listed_newest_first_and_end_together() {
        var user = samples().user().id();
        var older = newSession(user, NOW, LATER);
        var newer = newSession(user, NOW.plusMillis(1), LATER);
        var ended = newSession(user, NOW.plusMillis(2), LATER);
        samples().insert(newer);
        samples().insert(older);
        samples().insert(ended);
        var other = samples().session();
        sessions().revoke(ended.id(), NOW, "signed out");

        assertThat(sessions().liveOf(user, NOW)).containsExactly(newer, older);
        assertThat(sessions().revokeAll(user, NOW, "password changed")).isEqualTo(2);
        assertThat(sessions().liveOf(user, NOW)).isEmpty();
        assertThat(sessions().liveOf(other.user(), NOW)).containsExactly(other);
    }

    @Test
    default void being_seen_only_moves_forward() {
        var session = samples().session();

        sessions().markSeen(Map.of());
        sessions().markSeen(Map.of(session.id(), LATER, Samples.sessionId(), LATER));
        sessions().markSeen(Map.of(session.id(), NOW));

        assertThat(sessions().find(session.id()).orElseThrow().lastSeenAt()).isEqualTo(LATER);
    }
}
