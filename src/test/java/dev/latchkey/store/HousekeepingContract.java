package dev.latchkey.store;

import static dev.latchkey.store.Samples.email;
import static dev.latchkey.store.Samples.hash;
import static dev.latchkey.store.Samples.newSession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.EmailChanges;
import dev.latchkey.core.account.ResetTokens;
import dev.latchkey.core.code.AuthorizationCode;
import dev.latchkey.core.org.Invitation;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.signin.LoginFlow;
import dev.latchkey.core.verification.VerificationTokens;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

interface HousekeepingContract extends StoreContract {
    Instant MUCH_LATER = LATER.plusSeconds(3600);

    /** One row of every kind that expires, with a session that carries three of them. */
    private Session oneOfEach(Instant expires) {
        var session = newSession(samples().user().id(), NOW, expires);
        var code =
                new AuthorizationCode(
                        "c",
                        "https://x",
                        session.id(),
                        "openid",
                        "",
                        null,
                        null,
                        NOW,
                        expires,
                        null);
        var kept = new VerificationTokens.Kept(session.user(), "a@x.org", expires);
        var reset = new ResetTokens.Kept(session.user(), "a@x.org", expires);
        var change = new EmailChanges.Kept(session.user(), email("b@x.org"), expires);
        var invitation =
                new Invitation(
                        UUID.randomUUID(),
                        samples().organization().id(),
                        email("g@x.org"),
                        Role.MEMBER,
                        null,
                        NOW,
                        expires,
                        null);
        database()
                .transactions()
                .writing(() -> {
                    stores().sessions().insert(session);
                    stores().sessions().addCookie(hash(), session.id());
                    stores().refreshTokens().insert(hash(), session.id(), NOW, expires);
                    stores().authorizationCodes().insert(hash(), code);
                    stores().verificationTokens().insert(hash(), kept, NOW);
                    stores().resetTokens().insert(hash(), reset, NOW);
                    stores().emailChanges().insert(hash(), change, NOW);
                    stores().loginFlows()
                            .insert(
                                    hash(),
                                    new LoginFlow(
                                            session.user(),
                                            "pwd",
                                            false,
                                            null,
                                            NOW,
                                            expires,
                                            null));
                    stores().oneTimes().claim(hash(), expires);
                    stores().setupLinks().insert(hash(), expires);
                    stores().invitations().insert(hash(), invitation);
                });
        return session;
    }

    @Test
    default void what_is_over_goes_and_what_lives_stays() {
        var over = oneOfEach(LATER);
        var lives = oneOfEach(MUCH_LATER);

        var removed = database().housekeeping().run(LATER, 100);

        assertThat(removed).isEqualTo(10);
        assertThat(stores().sessions().find(over.id())).isEmpty();
        assertThat(stores().sessions().find(lives.id())).contains(lives);
        assertThat(database().housekeeping().run(LATER, 100)).isZero();
        assertThat(database().housekeeping().run(MUCH_LATER, 100)).isEqualTo(10);
    }

    @Test
    default void a_session_that_is_over_takes_along_what_hangs_on_it() {
        var session = newSession(samples().user().id(), NOW, LATER);
        var cookie = hash();
        var refresh = hash();
        stores().sessions().insert(session);
        stores().sessions().addCookie(cookie, session.id());
        stores().refreshTokens().insert(refresh, session.id(), NOW, LATER);

        database().housekeeping().run(LATER, 100);

        assertThat(stores().sessions().findByCookie(cookie)).isEmpty();
        assertThat(stores().refreshTokens().find(refresh)).isEmpty();
    }

    @Test
    default void a_refresh_token_that_is_left_behind_by_its_session_opens_nothing() {
        var session = newSession(samples().user().id(), NOW, LATER);
        var refresh = hash();
        stores().sessions().insert(session);
        stores().refreshTokens().insert(refresh, session.id(), NOW, MUCH_LATER);

        database().housekeeping().run(LATER, 100);

        assertThat(stores().refreshTokens().open(refresh)).isEmpty();
        assertThat(database().housekeeping().run(MUCH_LATER, 100)).isEqualTo(1);
    }

    @Test
    default void a_round_takes_no_more_than_a_batch_of_each() {
        for (int i = 0; i < 5; i++) {
            stores().oneTimes().claim(hash(), NOW);
        }

        assertThat(database().housekeeping().run(LATER, 2)).isEqualTo(2);
        assertThat(database().housekeeping().run(LATER, 2)).isEqualTo(2);
        assertThat(database().housekeeping().run(LATER, 2)).isEqualTo(1);
        assertThat(database().housekeeping().run(LATER, 2)).isZero();
    }
}
