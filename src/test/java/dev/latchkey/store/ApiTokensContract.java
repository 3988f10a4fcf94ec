package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;
import static dev.latchkey.store.Samples.newApiToken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.token.ApiToken;
import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.core.token.ApiTokens;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

interface ApiTokensContract extends StoreContract {

    private ApiTokens apiTokens() {
        return stores().apiTokens();
    }

    @Test
    default void a_token_is_found_by_hash_and_its_owners_words() {
        var hash = hash();
        var user = samples().user().id();
        var token = newApiToken(user, LATER);
        apiTokens().insert(hash, token);

        assertThat(apiTokens().find(hash)).contains(token);
        assertThat(apiTokens().find(user, token.id())).contains(token);
        assertThat(apiTokens().findShown(user, token.shown())).contains(token);
        assertThat(apiTokens().findShown(user, "\0")).isEmpty();
        assertThat(apiTokens().find(hash())).isEmpty();
    }

    @Test
    default void nobody_reaches_anothers_token() {
        var token = newApiToken(samples().user().id(), null);
        apiTokens().insert(hash(), token);
        var other = samples().user().id();

        assertThat(apiTokens().find(other, token.id())).isEmpty();
        assertThat(apiTokens().findShown(other, token.shown())).isEmpty();
        assertThat(apiTokens().rename(other, token.id(), "mine")).isFalse();
        assertThat(apiTokens().revoke(other, token.id(), NOW)).isFalse();
        assertThat(apiTokens().of(other)).isEmpty();
    }

    @Test
    default void tokens_are_listed_newest_first_the_revoked_too() {
        var user = samples().user().id();
        var older = newApiToken(user, null);
        var newer =
                new ApiToken(
                        new ApiTokenId(UUID.randomUUID()),
                        "lka_newer",
                        user,
                        "N",
                        samples().organization().id(),
                        LATER,
                        null,
                        null,
                        null);
        apiTokens().insert(hash(), older);
        apiTokens().insert(hash(), newer);
        apiTokens().revoke(user, newer.id(), LATER);

        assertThat(apiTokens().of(user))
                .extracting(ApiToken::id)
                .containsExactly(newer.id(), older.id());
        assertThat(apiTokens().of(user).getFirst().revokedAt()).isEqualTo(LATER);
    }

    @Test
    default void of_64_who_revoke_one_token_one_ends_it() {
        var user = samples().user().id();
        var token = newApiToken(user, null);
        apiTokens().insert(hash(), token);

        var outcomes = Race.run(_ -> apiTokens().revoke(user, token.id(), NOW));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
    }

    @Test
    default void an_expired_token_cannot_be_revoked_any_more() {
        var user = samples().user().id();
        var token = newApiToken(user, LATER);
        apiTokens().insert(hash(), token);

        assertThat(apiTokens().revoke(user, token.id(), LATER)).isFalse();
    }

    @Test
    default void name_and_last_use_are_kept() {
        var user = samples().user().id();
        var token = newApiToken(user, null);
        apiTokens().insert(hash(), token);

        assertThat(apiTokens().rename(user, token.id(), "naïve 🗝")).isTrue();
        apiTokens().markUsed(Map.of(token.id(), LATER));
        apiTokens().markUsed(Map.of(token.id(), NOW));

        var found = apiTokens().find(user, token.id()).orElseThrow();
        assertThat(found.name()).isEqualTo("naïve 🗝");
        assertThat(found.lastUsedAt()).isEqualTo(LATER);
    }
}
