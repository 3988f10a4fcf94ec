package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.Consents.Consent;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.core.client.RegisteredClient;
import dev.latchkey.core.code.ClientGrant;
import dev.latchkey.core.code.GrantId;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** OpenID clients, what they were given, and what people let them know. */
interface ClientsContract extends StoreContract {

    private static ClientSettings settings(String name) {
        return new ClientSettings(
                name,
                ClientProof.SECRET,
                null,
                IdTokenAlgorithm.ES256,
                List.of("https://b.example/cb", "https://a.example/cb?x=y"),
                List.of(),
                "https://b.example/logout",
                Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
                null,
                Set.of("a.read", "a.write"),
                true,
                false);
    }

    private ClientGrant grant(UserId user, Instant expires) {
        return new ClientGrant(
                new GrantId(UUID.randomUUID()),
                "app",
                user,
                Samples.sessionId(),
                true,
                "openid email",
                "id:name",
                "n",
                NOW,
                "pwd otp mfa",
                NOW,
                expires,
                null);
    }

    @Test
    default void a_client_is_found_as_registered_and_as_changed() {
        var client = new RegisteredClient("app", settings("B"), hash(), NOW, NOW);
        assertThat(stores().clients().insert(client)).isTrue();
        assertThat(stores().clients().insert(client)).isFalse();
        stores().clients().insert(new RegisteredClient("other", settings("A"), hash(), NOW, NOW));

        assertThat(stores().clients().find("app")).contains(client);
        assertThat(stores().clients().all())
                .extracting(RegisteredClient::id)
                .containsExactly("other", "app");

        var secret = hash();
        stores().clients().change("app", settings("C"), secret, LATER);
        assertThat(stores().clients().find("app"))
                .contains(new RegisteredClient("app", settings("C"), secret, NOW, LATER));
        assertThat(stores().clients().change("nobody", settings("C"), secret, LATER)).isFalse();
        assertThat(stores().clients().delete("app")).isTrue();
        assertThat(stores().clients().find("app")).isEmpty();
    }

    @Test
    default void a_grant_is_found_by_its_code_and_revoked_once() {
        var grant = grant(samples().user().id(), LATER);
        var code = hash();
        stores().clientGrants().insert(grant, code);

        assertThat(stores().clientGrants().find(grant.id())).contains(grant);
        assertThat(stores().clientGrants().findByCode(code)).contains(grant);
        assertThat(stores().clientGrants().ofSession(grant.session())).containsExactly(grant);
        stores().clientGrants().extend(grant.id(), LATER.plusSeconds(9));
        var outcomes = Race.run(_ -> stores().clientGrants().revoke(grant.id(), LATER));
        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        var revoked = stores().clientGrants().find(grant.id()).orElseThrow();
        assertThat(revoked.revokedAt()).isEqualTo(LATER);
        assertThat(revoked.expiresAt()).isEqualTo(LATER.plusSeconds(9));
    }

    @Test
    default void grants_are_revoked_by_client_by_user_and_by_both() {
        var user = samples().user().id();
        var one = grant(user, LATER);
        stores().clientGrants().insert(one, null);
        stores().clientGrants().revokeOf(user, "other", NOW);
        stores().clientGrants().revokeOfClient("other", NOW);
        stores().clientGrants().revokeOfUser(samples().user().id(), NOW);
        assertThat(stores().clientGrants().find(one.id())).contains(one);

        stores().clientGrants().revokeOf(user, "app", NOW);
        var two = grant(user, LATER);
        stores().clientGrants().insert(two, null);
        stores().clientGrants().revokeOfUser(user, NOW);
        var three = grant(user, LATER);
        stores().clientGrants().insert(three, null);
        stores().clientGrants().revokeOfClient("app", NOW);

        for (var grant : List.of(one, two, three)) {
            assertThat(stores().clientGrants().find(grant.id()).orElseThrow().isLive(NOW))
                    .isFalse();
        }
    }

    @Test
    default void of_64_who_use_one_refresh_token_one_succeeds() {
        var grant = grant(samples().user().id(), LATER);
        var token = hash();
        stores().clientGrants().insert(grant, null);
        stores().clientRefreshTokens().insert(token, grant.id(), NOW, LATER);

        var outcomes =
                Race.run(
                        i -> stores().clientRefreshTokens().use(token, NOW, new byte[] {(byte) i}));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        var kept = stores().clientRefreshTokens().find(token).orElseThrow();
        assertThat(kept.usedAt()).isEqualTo(NOW);
        assertThat(kept.sealedSuccessor()).containsExactly(outcomes.indexOf(true));
    }

    @Test
    default void what_is_over_goes_with_what_hangs_on_it() {
        var grant = grant(samples().user().id(), NOW);
        var token = hash();
        stores().clientGrants().insert(grant, null);
        stores().clientRefreshTokens().insert(token, grant.id(), NOW, LATER);

        database().housekeeping().run(NOW, 100);

        assertThat(stores().clientGrants().find(grant.id())).isEmpty();
        assertThat(stores().clientRefreshTokens().find(token)).isEmpty();
    }

    @Test
    default void consent_is_kept_by_user_and_client() {
        var user = samples().user().id();
        var consent = new Consent("app", Set.of("openid", "email"), NOW);
        stores().consents().put(user, new Consent("app", Set.of("openid"), NOW));
        stores().consents().put(user, consent);
        stores().consents().put(user, new Consent("other", Set.of(), NOW));

        assertThat(stores().consents().find(user, "app")).contains(consent);
        assertThat(stores().consents().find(samples().user().id(), "app")).isEmpty();
        assertThat(stores().consents().of(user)).hasSize(2);
        assertThat(stores().consents().forget(user, "app")).isTrue();
        assertThat(stores().consents().forget(user, "app")).isFalse();
        stores().consents().forgetClient("other");
        assertThat(stores().consents().of(user)).isEmpty();
    }
}
