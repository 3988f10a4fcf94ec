package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.LastAdministrator;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;

interface AdministratorSeatsContract extends StoreContract {

    private LastAdministrator.Seats seats() {
        return stores().administratorSeats();
    }

    private List<UserId> locked() {
        return database().transactions().write(() -> seats().lock());
    }

    @Test
    default void active_administrators_have_seats() {
        samples().user();
        var ada = samples().user().id();
        var grace = samples().user().id();
        assertThat(locked()).isEmpty();

        seats().set(ada, true, LATER);
        seats().set(grace, true, LATER);

        assertThat(locked()).containsExactly(ada, grace);
        assertThat(stores().accounts().find(ada).orElseThrow().administrator()).isTrue();
        stores().accounts().setStatus(ada, User.Status.DISABLED, LATER);
        assertThat(locked()).containsExactly(grace);
        seats().set(grace, false, LATER);
        assertThat(locked()).isEmpty();
    }

    /** Two statements in one transaction, on purpose: the lock holds between them. */
    @Test
    default void of_64_who_give_up_the_last_two_seats_one_is_kept() {
        var two = List.of(samples().user().id(), samples().user().id());
        two.forEach(user -> seats().set(user, true, LATER));

        Race.run(i ->
                database()
                        .transactions()
                        .write(() -> {
                            var seated = seats().lock();
                            var own = two.get(i % 2);
                            if (seated.contains(own) && seated.size() > 1) {
                                seats().set(own, false, LATER);
                            }
                            return true;
                        }));

        assertThat(locked()).hasSize(1);
    }
}
