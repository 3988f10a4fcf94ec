package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.factor.Passkey;
import dev.latchkey.core.factor.PasskeyId;
import dev.latchkey.core.factor.TotpSecrets;
import dev.latchkey.core.signin.LoginFlow;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

interface FactorsContract extends StoreContract {

    @Test
    default void a_secret_is_kept_once_for_each_user() {
        var user = samples().user().id();

        assertThat(stores().totpSecrets().insert(user, kept())).isTrue();
        assertThat(stores().totpSecrets().insert(user, kept())).isFalse();

        var found = stores().totpSecrets().find(user).orElseThrow();
        assertThat(found.sealed()).containsExactly(1, 2, 3);
        assertThat(found.lastStep()).isEqualTo(100);
        assertThat(stores().totpSecrets().remove(user)).isTrue();
        assertThat(stores().totpSecrets().remove(user)).isFalse();
        assertThat(stores().totpSecrets().find(user)).isEmpty();
    }

    @Test
    default void of_64_who_use_one_step_one_succeeds_and_none_before_it_after() {
        var user = samples().user().id();
        stores().totpSecrets().insert(user, kept());

        assertThat(stores().totpSecrets().use(user, 100, NOW)).isFalse();
        assertThat(Race.run(_ -> stores().totpSecrets().use(user, 102, NOW)))
                .containsOnlyOnce(true)
                .allMatch(Boolean.class::isInstance);
        assertThat(stores().totpSecrets().use(user, 101, NOW)).isFalse();
    }

    @Test
    default void of_64_who_use_one_recovery_code_one_succeeds() {
        var user = samples().user().id();
        var first = hash();
        stores().recoveryCodes().replace(user, List.of(first, hash()), NOW);
        assertThat(stores().recoveryCodes().left(user)).isEqualTo(2);
        assertThat(stores().recoveryCodes().isUnused(samples().user().id(), first)).isFalse();

        assertThat(Race.run(_ -> stores().recoveryCodes().use(user, first, NOW)))
                .containsOnlyOnce(true)
                .allMatch(Boolean.class::isInstance);

        assertThat(stores().recoveryCodes().isUnused(user, first)).isFalse();
        assertThat(stores().recoveryCodes().left(user)).isEqualTo(1);
        stores().recoveryCodes().replace(user, List.of(hash()), NOW);
        assertThat(stores().recoveryCodes().left(user)).isEqualTo(1);
        stores().recoveryCodes().removeAll(user);
        assertThat(stores().recoveryCodes().left(user)).isZero();
    }

    @Test
    default void a_passkey_is_found_as_inserted_and_belongs_to_its_owner() {
        var user = samples().user().id();
        var passkey = passkey(user, 7);

        assertThat(stores().passkeys().insert(passkey)).isTrue();
        assertThat(stores().passkeys().insert(passkey)).isFalse();

        assertThat(stores().passkeys().find(passkey.credential().id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(passkey);
        var stranger = samples().user().id();
        assertThat(stores().passkeys().rename(stranger, passkey.id(), "x")).isFalse();
        assertThat(stores().passkeys().remove(stranger, passkey.id())).isFalse();
        assertThat(stores().passkeys().rename(user, passkey.id(), "phone")).isTrue();
        assertThat(stores().passkeys().of(user)).extracting(Passkey::name).containsOnly("phone");
        assertThat(stores().passkeys().remove(user, passkey.id())).isTrue();
        assertThat(stores().passkeys().of(user)).isEmpty();
    }

    @Test
    default void a_counter_only_grows_unless_there_is_none() {
        var user = samples().user().id();
        var counting = passkey(user, 7);
        var silent = passkey(user, 0);
        stores().passkeys().insert(counting);
        stores().passkeys().insert(silent);

        assertThat(Race.run(_ -> stores().passkeys().use(counting.id(), 8, true, LATER)))
                .containsOnlyOnce(true);
        assertThat(stores().passkeys().use(counting.id(), 0, true, LATER)).isFalse();
        assertThat(stores().passkeys().use(silent.id(), 0, true, LATER)).isTrue();
        assertThat(stores().passkeys().use(silent.id(), 0, true, LATER)).isTrue();
        var used = stores().passkeys().find(counting.credential().id()).orElseThrow();
        assertThat(used.credential().signCount()).isEqualTo(8);
        assertThat(used.credential().backedUp()).isTrue();
        assertThat(used.lastUsedAt()).isEqualTo(LATER);
    }

    @Test
    default void every_way_in_is_counted() {
        var user = samples().user().id();
        assertThat(ways(user)).isEqualTo(1);

        stores().passkeys().insert(passkey(user, 0));
        stores().identities().link("https://idp.example", "ada", user, NOW);

        assertThat(ways(user)).isEqualTo(3);
    }

    @Test
    default void of_64_who_prove_a_factor_for_one_flow_one_succeeds() {
        var id = hash();
        var user = samples().user().id();
        stores().loginFlows().insert(id, new LoginFlow(user, "pwd", true, null, NOW, LATER, null));

        var outcomes =
                Race.run(i ->
                        stores().loginFlows()
                                .prove(id, i % 2 == 0 ? "pwd otp mfa" : "pwd hwk mfa", NOW));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        assertThat(stores().loginFlows().find(id).orElseThrow().isFactorProven()).isTrue();
    }

    private int ways(UserId user) {
        return database().transactions().write(() -> stores().waysIn().lockAndCount(user));
    }

    private static TotpSecrets.Kept kept() {
        return new TotpSecrets.Kept(new byte[] {1, 2, 3}, 100, NOW, NOW);
    }

    private static Passkey passkey(UserId user, long count) {
        var id = UUID.randomUUID();
        var credential =
                new Passkey.Credential(Row.toBytes(id), new byte[] {4}, count, true, false, false);
        return new Passkey(new PasskeyId(id), user, "key", credential, NOW, null);
    }
}
