package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.key.SigningKey;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

/** What the server keeps for itself: signing keys, what may happen once, what happened. */
interface ServerKeepsContract extends StoreContract {

    @Test
    default void signing_keys_are_listed_newest_first() {
        stores().signingKeys().insert(new SigningKey("old", "RS256", new byte[] {1, 2}, NOW));
        stores().signingKeys().insert(new SigningKey("new", "ES256", new byte[0], LATER));

        var keys = stores().signingKeys().all();

        assertThat(keys).extracting(SigningKey::id).containsExactly("new", "old");
        assertThat(keys.getLast().sealedJwk()).containsExactly(1, 2);
        assertThat(keys.getLast().createdAt()).isEqualTo(NOW);
    }

    @Test
    default void a_signing_key_knows_since_when_it_signs_and_is_deleted_alone() {
        var old = new SigningKey("old", "RS256", new byte[] {1}, NOW);
        var next = new SigningKey("next", "RS256", new byte[] {2}, NOW, LATER);
        stores().signingKeys().insert(old);
        stores().signingKeys().insert(next);

        stores().signingKeys().delete("old");
        stores().signingKeys().delete("old");

        assertThat(stores().signingKeys().all())
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.id()).isEqualTo("next");
                    assertThat(key.signsFrom()).isEqualTo(LATER);
                });
    }

    @Test
    default void of_64_who_claim_one_thing_one_gets_it() {
        var what = hash();

        var outcomes = Race.run(_ -> stores().oneTimes().claim(what, LATER));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        assertThat(stores().oneTimes().claim(hash(), LATER)).isTrue();
    }

    @Test
    default void events_are_listed_newest_first() {
        var first = event(NOW, "first");
        var second = event(NOW.plusMillis(1), "second");
        stores().auditLog().append(second);
        stores().auditLog().append(first);

        assertThat(stores().auditLog().latest(9)).containsExactly(second, first);
        assertThat(stores().auditLog().latest(1)).containsExactly(second);
    }

    @Test
    default void an_event_with_odd_text_is_kept_all_the_same() {
        stores().auditLog().append(event(NOW, "a\0b\uDC00c"));

        assertThat(stores().auditLog().latest(1))
                .extracting(AuditEvent::detail)
                .containsExactly("a\uFFFDb\uFFFDc");
    }

    private AuditEvent event(Instant at, String detail) {
        var origin = new Origin("192.0.2.1", "curl/8", "r1", "trieve");
        var user = samples().user().id();
        return new AuditEvent(
                UUID.randomUUID(), at, AuditEvent.Kind.SIGNED_IN, user, null, null, origin, detail);
    }
}
