package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.signin.LoginFlow;
import dev.latchkey.core.token.TokenHash;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

interface LoginFlowsContract extends StoreContract {

    @Test
    default void a_flow_is_found_as_inserted_and_used_before_it_expires() {
        var id = hash();
        var flow =
                new LoginFlow(
                        samples().user().id(),
                        "pwd",
                        false,
                        "https://app.example/back",
                        NOW,
                        LATER,
                        null);
        stores().loginFlows().insert(id, flow);

        assertThat(stores().loginFlows().find(id)).contains(flow);
        assertThat(stores().loginFlows().find(hash())).isEmpty();
        assertThat(stores().loginFlows().use(id, LATER)).isFalse();
    }

    @Test
    default void of_64_who_use_one_flow_one_succeeds() {
        var id = hash();
        stores().loginFlows()
                .insert(
                        id,
                        new LoginFlow(samples().user().id(), "pwd", false, null, NOW, LATER, null));

        var outcomes = Race.run(_ -> stores().loginFlows().use(id, NOW));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        assertThat(stores().loginFlows().find(id).orElseThrow().usedAt()).isEqualTo(NOW);
    }

    @Test
    default void all_flows_of_a_user_are_used_up_and_nobody_elses() {
        var user = samples().user().id();
        var first = insert(user);
        var second = insert(user);
        var other = insert(samples().user().id());

        stores().loginFlows().useAll(user, NOW);

        assertThat(stores().loginFlows().use(first, NOW)).isFalse();
        assertThat(stores().loginFlows().use(second, NOW)).isFalse();
        assertThat(stores().loginFlows().use(other, NOW)).isTrue();
    }

    private TokenHash insert(UserId user) {
        var id = hash();
        stores().loginFlows().insert(id, new LoginFlow(user, "pwd", false, null, NOW, LATER, null));
        return id;
    }
}
