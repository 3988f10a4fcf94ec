package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.testkit.Eventually;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Needs a database that nobody else watches, and another handle on the same one. */
interface ChangesContract extends StoreContract {
    Duration PROMISED = Duration.ofSeconds(1);
    Duration PATIENCE = Duration.ofSeconds(10);

    /** A second process' view of the same rows. */
    Database neighbour();

    default void waitForTrust(Database database) {
        Eventually.within(PATIENCE, "the cache is trusted", database.trust()::trusted);
    }

    @Test
    default void nothing_is_trusted_before_somebody_listens() {
        assertThat(database().trust().trusted()).isFalse();
    }

    @Test
    default void who_listens_forgets_everything_first_and_is_trusted_then() {
        var heard = new Heard();
        database().changes(heard);

        waitForTrust(database());

        assertThat(heard.everything()).isPositive();
    }

    @Test
    default void this_node_has_forgotten_when_the_write_returns() {
        var heard = new Heard();
        var changes = database().changes(heard);
        var user = samples().user().id();

        database()
                .transactions()
                .writing(() -> {
                    changes.of(user);
                    assertThat(heard.of(user)).isFalse();
                });

        assertThat(heard.of(user)).isTrue();
    }

    @Test
    default void what_was_undone_is_not_forgotten() {
        var heard = new Heard();
        var changes = database().changes(heard);
        var user = samples().user().id();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        database()
                                .transactions()
                                .writing(() -> {
                                    changes.of(user);
                                    throw new IllegalStateException("no");
                                }));

        assertThat(heard.of(user)).isFalse();
    }

    @Test
    default void others_hear_of_it_within_a_second() {
        var here = new Heard();
        var there = new Heard();
        var user = samples().user().id();
        var changes = database().changes(here);
        neighbour().changes(there);
        waitForTrust(neighbour());
        var before = there.everything();

        database()
                .transactions()
                .writing(() -> {
                    stores().accounts().markSignedIn(user, LATER);
                    changes.of(user);
                });

        Eventually.within(
                PROMISED,
                "the other has forgotten",
                () -> there.of(user) || there.everything() > before);
    }

    @Test
    default void a_change_that_touches_everybody_is_forgotten_here_at_once_and_elsewhere_too() {
        var here = new Heard();
        var there = new Heard();
        var changes = database().changes(here);
        neighbour().changes(there);
        waitForTrust(neighbour());
        var before = there.everything();
        var own = here.everything();

        database()
                .transactions()
                .writing(() -> {
                    samples().user();
                    changes.ofEverybody();
                });

        assertThat(here.everything()).isGreaterThan(own);
        Eventually.within(PROMISED, "the other has forgotten", () -> there.everything() > before);
    }

    @Test
    default void a_changed_client_is_forgotten_here_at_once_and_elsewhere_within_a_second() {
        var here = new Heard();
        var there = new Heard();
        var client = samples().user().id() + " client";
        var changes = database().changes(here);
        neighbour().changes(there);
        waitForTrust(neighbour());
        var before = there.everything();

        database()
                .transactions()
                .writing(() -> {
                    samples().user();
                    changes.ofClient(client);
                });

        assertThat(here.ofClient(client)).isTrue();
        Eventually.within(
                PROMISED,
                "the other has forgotten",
                () -> there.ofClient(client) || there.everything() > before);
    }
}
