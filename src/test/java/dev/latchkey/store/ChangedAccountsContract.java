package dev.latchkey.store;

import static dev.latchkey.store.Samples.email;
import static dev.latchkey.store.Samples.newUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.LoginName;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What people change of their account, and what holds meanwhile. */
interface ChangedAccountsContract extends StoreContract {

    private Accounts accounts() {
        return stores().accounts();
    }

    private List<User> users() {
        return Stream.generate(() -> samples().user()).limit(Race.RUNNERS).toList();
    }

    private static void refuses(Refusal refusal, Runnable doing) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(doing::run)
                .extracting(Refused::refusal)
                .isEqualTo(refusal);
    }

    private static void oneGotIt(List<Object> outcomes, Refusal others) {
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome ->
                        outcome instanceof Refused refused && refused.refusal().equals(others))
                .hasSize(Race.RUNNERS - 1);
    }

    @Test
    default void a_profile_is_kept_as_given() {
        var user = accounts().insert(newUser("ada@example.org", "ada"));

        accounts().setProfile(user.id(), "Augusta", "King", "Čapek", LATER);

        var changed = accounts().find(user.id()).orElseThrow();
        assertThat(changed.displayName()).isEqualTo("Augusta King");
        assertThat(changed.userName()).isEqualTo("Čapek");
        assertThat(changed.updatedAt()).isEqualTo(LATER);
        assertThat(accounts().findForSignIn(LoginName.of("ČAPEK"))).isPresent();
        assertThat(accounts().findForSignIn(LoginName.of("ada"))).isEmpty();
    }

    @Test
    default void a_user_name_is_given_back() {
        var user = accounts().insert(newUser("ada@example.org", "ada"));

        accounts().setProfile(user.id(), "", "", null, LATER);

        assertThat(accounts().find(user.id())).map(User::userName).isEmpty();
        assertThat(accounts().insert(newUser("other@example.org", "ADA")).userName())
                .isEqualTo("ADA");
    }

    @Test
    default void another_s_user_name_is_refused_in_any_case_and_one_s_own_is_not() {
        var ada = accounts().insert(newUser("ada@example.org", "ada"));
        var grace = accounts().insert(newUser("grace@example.org", "grace"));

        refuses(
                new Refusal.UserNameTaken(),
                () -> accounts().setProfile(grace.id(), "G", "H", "ADA", LATER));
        accounts().setProfile(ada.id(), "A", "L", "ADA", LATER);

        assertThat(accounts().find(grace.id())).contains(grace);
        assertThat(accounts().find(ada.id())).map(User::userName).contains("ADA");
    }

    @Test
    default void a_new_email_is_proven_and_the_old_one_free() {
        var user = accounts().insert(newUser("ada@example.org", null));

        accounts().setEmail(user.id(), email("Augusta@Example.org"), LATER);

        var changed = accounts().findByEmail(email("augusta@example.org")).orElseThrow();
        assertThat(changed.id()).isEqualTo(user.id());
        assertThat(changed.email().text()).isEqualTo("Augusta@Example.org");
        assertThat(changed.emailVerifiedAt()).isEqualTo(LATER);
        assertThat(accounts().insert(newUser("ada@example.org", null)).email())
                .isEqualTo(email("ada@example.org"));
    }

    @Test
    default void another_s_email_is_refused_in_any_case() {
        accounts().insert(newUser("ada@example.org", null));
        var grace = accounts().insert(newUser("grace@example.org", null));

        refuses(
                new Refusal.EmailTaken(),
                () -> accounts().setEmail(grace.id(), email("ADA@example.org"), LATER));

        assertThat(accounts().find(grace.id())).contains(grace);
    }

    @Test
    default void of_64_who_want_one_user_name_one_gets_it() {
        var users = users();

        var outcomes =
                Race.run(i -> {
                    var name = i % 2 == 0 ? "ada" : "ADA";
                    accounts().setProfile(users.get(i).id(), "", "", name, LATER);
                    return "done";
                });

        oneGotIt(outcomes, new Refusal.UserNameTaken());
    }

    @Test
    default void of_64_who_change_to_one_email_one_gets_it() {
        var users = users();

        var outcomes =
                Race.run(i -> {
                    accounts().setEmail(users.get(i).id(), email("ada@example.org"), LATER);
                    return "done";
                });

        oneGotIt(outcomes, new Refusal.EmailTaken());
    }

    @Test
    default void a_locked_account_is_seen_as_the_one_before_left_it() {
        var user = samples().user().id();
        accounts().setProfile(user, "0", "", null, NOW);

        var outcomes =
                Race.run(_ ->
                        database()
                                .transactions()
                                .write(() -> {
                                    var seen =
                                            accounts().lock(user).orElseThrow().user().firstName();
                                    var next = Integer.toString(Integer.parseInt(seen) + 1);
                                    accounts().setProfile(user, next, "", null, NOW);
                                    return next;
                                }));

        assertThat(outcomes).doesNotHaveDuplicates().allMatch(String.class::isInstance);
        assertThat(accounts().find(user)).map(User::firstName).contains("64");
    }

    @Test
    default void a_lock_gives_the_password_too_and_nothing_for_nobody() {
        var user = samples().user();

        database()
                .transactions()
                .writing(() -> {
                    assertThat(accounts().lock(user.id()))
                            .contains(new Accounts.WithPassword(user, "$argon2id$stored"));
                    assertThat(accounts().lock(new UserId(UUID.randomUUID()))).isEmpty();
                });
    }
}
