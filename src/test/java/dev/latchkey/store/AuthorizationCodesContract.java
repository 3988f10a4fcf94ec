package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.code.AuthorizationCode;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

interface AuthorizationCodesContract extends StoreContract {

    private AuthorizationCode code() {
        return new AuthorizationCode(
                "trieve",
                "https://app/back",
                samples().session().id(),
                "openid email",
                "name picture",
                "n",
                null,
                NOW,
                LATER,
                null);
    }

    @Test
    default void a_code_is_found_as_inserted_and_used_before_it_expires() {
        var hash = hash();
        var code = code();
        stores().authorizationCodes().insert(hash, code);

        assertThat(stores().authorizationCodes().find(hash)).contains(code);
        assertThat(stores().authorizationCodes().find(hash())).isEmpty();
        assertThat(stores().authorizationCodes().use(hash, LATER)).isFalse();
    }

    @Test
    default void of_64_who_use_one_code_one_succeeds() {
        var hash = hash();
        stores().authorizationCodes().insert(hash, code());

        var outcomes = Race.run(_ -> stores().authorizationCodes().use(hash, NOW));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        assertThat(stores().authorizationCodes().find(hash).orElseThrow().usedAt()).isEqualTo(NOW);
    }
}
