package dev.latchkey.store;

import static dev.latchkey.store.Samples.email;
import static dev.latchkey.store.Samples.newUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;

interface TransactionsContract extends StoreContract {

    private Transactions transactions() {
        return database().transactions();
    }

    private void insert(String email) {
        stores().accounts().insert(newUser(email, null));
    }

    private boolean exists(String email) {
        return stores().accounts().findByEmail(email(email)).isPresent();
    }

    @Test
    default void what_throws_leaves_nothing_behind() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        transactions()
                                .writing(() -> {
                                    insert("ada@x.org");
                                    throw new Refused(new Refusal.SlugTaken());
                                }));

        assertThat(exists("ada@x.org")).isFalse();
    }

    @Test
    default void inside_one_sees_what_one_wrote_and_others_do_not_yet() {
        transactions()
                .writing(() -> {
                    insert("ada@x.org");
                    assertThat(exists("ada@x.org")).isTrue();
                    assertThat(elsewhere("ada@x.org")).isFalse();
                });

        assertThat(elsewhere("ada@x.org")).isTrue();
    }

    /** Asked on a thread of its own, which takes no part in the transaction. */
    private boolean elsewhere(String email) {
        var found = new ArrayList<Boolean>();
        try {
            Thread.ofVirtual().start(() -> found.add(exists(email))).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return found.getFirst();
    }

    @Test
    default void a_write_inside_a_write_is_part_of_it() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        transactions()
                                .writing(() -> {
                                    transactions().writing(() -> insert("inner@x.org"));
                                    throw new Refused(new Refusal.SlugTaken());
                                }));
        assertThat(exists("inner@x.org")).isFalse();

        transactions().writing(() -> transactions().writing(() -> insert("inner@x.org")));
        assertThat(exists("inner@x.org")).isTrue();
    }

    @Test
    default void of_64_writes_at_once_only_those_that_fail_are_undone() {
        var outcomes =
                Race.run(i ->
                        transactions()
                                .write(() -> {
                                    insert(i + "@x.org");
                                    if (i % 8 == 3) {
                                        throw new IllegalArgumentException("no " + i);
                                    }
                                    return i;
                                }));

        for (int i = 0; i < Race.RUNNERS; i++) {
            var fails = i % 8 == 3;
            assertThat(exists(i + "@x.org")).isEqualTo(!fails);
            if (fails) {
                assertThat(outcomes.get(i)).isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(outcomes.get(i)).isEqualTo(i);
            }
        }
    }

    @Test
    default void a_statement_that_fails_harms_only_its_own_write() {
        var ghost = newUser("ghost@x.org", null).id();

        var outcomes =
                Race.run(i ->
                        transactions()
                                .write(() -> {
                                    insert(i + "@x.org");
                                    if (i == 7) {
                                        samples().insert(Samples.newSession(ghost, NOW, LATER));
                                    }
                                    return i;
                                }));

        assertThat(outcomes).filteredOn(RuntimeException.class::isInstance).hasSize(1);
        assertThat(exists("7@x.org")).isFalse();
        assertThat(stores().accounts().list(0, 100)).hasSize(Race.RUNNERS - 1);
    }

    @Test
    default void what_comes_after_the_commit_comes_in_order_and_before_the_return() {
        var steps = new ArrayList<String>();

        transactions()
                .writing(() -> {
                    transactions().afterCommit(() -> steps.add("seen " + exists("ada@x.org")));
                    transactions()
                            .writing(() -> transactions().afterCommit(() -> steps.add("inner")));
                    transactions().afterCommit(() -> steps.add("last"));
                    insert("ada@x.org");
                    steps.add("work");
                });
        steps.add("returned");

        assertThat(steps).containsExactly("work", "seen true", "inner", "last", "returned");
    }

    @Test
    default void nothing_comes_after_a_commit_that_was_none() {
        var steps = new ArrayList<String>();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        transactions()
                                .writing(() -> {
                                    transactions().afterCommit(() -> steps.add("after"));
                                    throw new IllegalStateException("no");
                                }));

        assertThat(steps).isEmpty();
    }

    @Test
    default void a_task_that_fails_does_not_undo_the_write() {
        var steps = new ArrayList<String>();

        transactions()
                .writing(() -> {
                    insert("ada@x.org");
                    transactions()
                            .afterCommit(() -> {
                                throw new IllegalStateException("broken listener");
                            });
                    transactions().afterCommit(() -> steps.add("next"));
                });

        assertThat(exists("ada@x.org")).isTrue();
        assertThat(steps).containsExactly("next");
    }

    @Test
    default void tasks_after_a_commit_need_a_transaction() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions().afterCommit(() -> {}));
    }
}
