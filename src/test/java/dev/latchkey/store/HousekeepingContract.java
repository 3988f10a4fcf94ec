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
import dev.latchkey.core.session.SessionSecret;
import dev.latchkey.core.signin.LoginFlow;
import dev.latchkey.core.verification.VerificationTokens;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

interface HousekeepingContract extends StoreContract {
    Instant MUCH_LATER = LATER.plusSeconds(3600);

    /** One row of every kind that expires, with a session that carries one of them. */
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
                    samples().insert(session);
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

        assertThat(removed).isEqualTo(9);
        assertThat(stores().sessions().find(over.id())).isEmpty();
        assertThat(stores().sessions().find(lives.id())).contains(lives);
        assertThat(database().housekeeping().run(LATER, 100)).isZero();
        assertThat(database().housekeeping().run(MUCH_LATER, 100)).isEqualTo(9);
    }

    @Test
    default void a_session_that_is_over_takes_along_what_hangs_on_it() {
        var session = samples().session().id();
        var cookie = hash();
        stores().sessions().add(session, new SessionSecret.Cookie(cookie));
        var first = samples().furtherRefreshToken(session);
        var second = samples().furtherRefreshToken(session);
        assertThat(stores().refreshTokens().open(Set.of(first, second))).hasSize(2);

        database().housekeeping().run(LATER, 100);

        assertThat(stores().sessions().findByCookie(session, cookie)).isEmpty();
        assertThat(stores().refreshTokens().open(Set.of(first, second))).isEmpty();
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
