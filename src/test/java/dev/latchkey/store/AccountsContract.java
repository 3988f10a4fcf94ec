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

import java.time.Instant;
import java.util.UUID;

interface AccountsContract extends StoreContract {

    private Accounts accounts() {
        return stores().accounts();
    }

    @Test
    default void a_user_is_found_as_inserted() {
        var given = newUser("Ada@Example.org", "Countess");

        var user = accounts().insert(given);

        assertThat(user.id()).isEqualTo(given.id());
        assertThat(user.number()).isPositive();
        assertThat(user.email()).isEqualTo(email("Ada@Example.org"));
        assertThat(user.userName()).isEqualTo("Countess");
        assertThat(user.status()).isEqualTo(User.Status.ACTIVE);
        assertThat(user.createdAt()).isEqualTo(NOW);
        assertThat(user.isEmailVerified()).isFalse();
        assertThat(accounts().find(user.id())).contains(user);
        assertThat(accounts().findByEmail(email("ADA@example.org"))).contains(user);
    }

    @Test
    default void an_unknown_user_is_not_found() {
        assertThat(accounts().find(new UserId(UUID.randomUUID()))).isEmpty();
        assertThat(accounts().findByEmail(email("nobody@example.org"))).isEmpty();
        assertThat(accounts().findForSignIn(LoginName.of("nobody"))).isEmpty();
    }

    @Test
    default void an_administrator_is_told_from_everybody_else() {
        samples().user();
        assertThat(accounts().hasAdministrator()).isFalse();

        accounts()
                .insert(
                        new Accounts.NewUser(
                                new UserId(UUID.randomUUID()),
                                email("root@example.org"),
                                null,
                                "",
                                "",
                                true,
                                null,
                                null,
                                Instant.EPOCH));

        assertThat(accounts().hasAdministrator()).isTrue();
    }

    @Test
    default void numbers_rise_and_list_in_order() {
        assertThat(accounts().isEmpty()).isTrue();
        var first = samples().user();
        var second = samples().user();
        var third = samples().user();

        assertThat(accounts().isEmpty()).isFalse();
        assertThat(accounts().list(0, 2)).containsExactly(first, second);
        assertThat(accounts().list(second.number(), 2)).containsExactly(third);
    }

    @Test
    default void signing_in_works_by_email_or_by_name_in_any_case() {
        var user = accounts().insert(newUser("ada@example.org", "Čapek"));

        assertThat(accounts().findForSignIn(LoginName.of("ada@example.org")))
                .hasValueSatisfying(found -> {
                    assertThat(found.user()).isEqualTo(user);
                    assertThat(found.passwordHash()).isEqualTo("$argon2id$stored");
                });
        assertThat(accounts().findForSignIn(LoginName.of("čAPEK")))
                .map(Accounts.WithPassword::user)
                .contains(user);
    }

    @Test
    default void the_email_wins_over_a_name_that_looks_like_it() {
        accounts().insert(newUser("mallory@example.org", "ada@example.org"));
        var ada = accounts().insert(newUser("ada@example.org", null));

        assertThat(accounts().findForSignIn(LoginName.of("ada@example.org")))
                .map(Accounts.WithPassword::user)
                .contains(ada);
    }

    @Test
    default void text_that_no_row_can_hold_finds_nobody() {
        accounts().insert(newUser("ada@example.org", "ada\uFFFD"));

        assertThat(accounts().findForSignIn(LoginName.of("ada\0"))).isEmpty();
        assertThat(accounts().findForSignIn(LoginName.of("ada\uD800"))).isEmpty();
    }

    @Test
    default void a_taken_email_or_name_is_refused_in_any_case() {
        accounts().insert(newUser("ada@example.org", "Ada"));

        refuses(new Refusal.EmailTaken(), newUser("ADA@example.org", "other"));
        refuses(new Refusal.EmailTaken(), newUser("ada@EXAMPLE.org", "ada"));
        refuses(new Refusal.UserNameTaken(), newUser("other@example.org", "ADA"));
    }

    private void refuses(Refusal refusal, Accounts.NewUser user) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> accounts().insert(user))
                .extracting(Refused::refusal)
                .isEqualTo(refusal);
    }

    @Test
    default void after_a_refusal_the_transaction_goes_on() {
        accounts().insert(newUser("ada@example.org", null));

        database()
                .transactions()
                .writing(() -> {
                    refuses(new Refusal.EmailTaken(), newUser("ada@example.org", null));
                    accounts().insert(newUser("grace@example.org", null));
                });

        assertThat(accounts().findByEmail(email("grace@example.org"))).isPresent();
    }

    @Test
    default void of_64_who_want_one_email_one_gets_it() {
        var outcomes =
                Race.run(i ->
                        accounts().insert(newUser(i % 2 == 0 ? "ada@x.org" : "ADA@x.org", null)));

        assertThat(outcomes).filteredOn(User.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Refused.class::isInstance)
                .hasSize(Race.RUNNERS - 1)
                .allMatch(e -> ((Refused) e).refusal().equals(new Refusal.EmailTaken()));
    }

    @Test
    default void changes_are_kept() {
        var user = samples().user();

        accounts().setPassword(user.id(), "$argon2id$new", LATER);
        accounts().setStatus(user.id(), User.Status.DISABLED, LATER);
        accounts().markVerified(user.id(), NOW);
        accounts().markVerified(user.id(), LATER);
        accounts().markSignedIn(user.id(), LATER);

        var found = accounts().findForSignIn(LoginName.of(user.email().key())).orElseThrow();
        assertThat(found.passwordHash()).isEqualTo("$argon2id$new");
        assertThat(found.user().isActive()).isFalse();
        assertThat(found.user().emailVerifiedAt()).isEqualTo(NOW);
        assertThat(found.user().lastLoginAt()).isEqualTo(LATER);
    }
}
