package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.LastAdministrator;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;

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
}
