package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.session.RefreshFamily;
import dev.latchkey.core.session.RefreshKey;
import dev.latchkey.core.session.RefreshTokens;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;
import dev.latchkey.core.token.TokenHash;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

interface RefreshTokensContract extends StoreContract {

    private RefreshTokens refreshTokens() {
        return stores().refreshTokens();
    }

    private RefreshFamily family(RefreshKey key) {
        return refreshTokens().open(key).orElseThrow().family();
    }

    private boolean use(RefreshKey key, Instant at, int sealed) {
        return refreshTokens()
                .exchange(List.of(exchange(key, sealed, successor(key), at)), at)
                .contains(key);
    }

    private RefreshTokens.Exchange exchange(
            RefreshKey key, int sealed, TokenHash successor, Instant at) {
        var used = new RefreshFamily.Used(key.token(), at, new byte[] {(byte) sealed});
        return new RefreshTokens.Exchange(
                key, family(key).first(), successor, LATER, List.of(used));
    }

    /** Any other of the same family. */
    private static TokenHash successor(RefreshKey key) {
        var other = hash();
        return new TokenHash(key.token().a(), other.b(), other.c(), other.d());
    }

    private static RefreshKey next(RefreshKey key, TokenHash successor) {
        return new RefreshKey(key.session(), successor);
    }

    /** The first of a session, and one that came later. */
    private List<RefreshKey> oneOfEachPlace() {
        var first = samples().refreshToken(LATER);
        return List.of(first, samples().furtherRefreshToken(first.session()));
    }

    @Test
    default void a_family_is_found_as_inserted_in_either_place() {
        var keys = oneOfEachPlace();

        for (int i = 0; i < 2; i++) {
            var family = family(keys.get(i));
            assertThat(family.session()).isEqualTo(keys.get(i).session());
            assertThat(family.first()).isEqualTo(i == 0);
            assertThat(family.current()).isEqualTo(keys.get(i).token());
            assertThat(family.expiresAt()).isEqualTo(LATER);
            assertThat(family.used()).isEmpty();
        }
    }

    @Test
    default void the_first_tokens_of_a_session_that_began_with_a_cookie_take_the_first_place() {
        var session = samples().session().id();
        var first = samples().furtherRefreshToken(session);
        var second = samples().furtherRefreshToken(session);

        assertThat(family(first).first()).isTrue();
        assertThat(family(second).first()).isFalse();
    }

    /** In another session it would be another's, and what is in no family was never given. */
    @Test
    default void a_token_is_found_in_its_own_session_and_family_alone() {
        var own = samples().refreshToken(LATER);
        var other = samples().refreshToken(LATER);

        assertThat(refreshTokens().open(next(other, own.token()))).isEmpty();
        assertThat(refreshTokens().open(Samples.refreshToken(own.session()))).isEmpty();
        assertThat(refreshTokens().open(next(own, hash()))).isEmpty();
        var nowhere = Samples.sessionId();
        assertThat(refreshTokens().open(new RefreshKey(nowhere, own.token()))).isEmpty();
        assertThat(refreshTokens().open(next(own, successor(own)))).isPresent();
    }

    @Test
    default void an_expired_token_is_of_no_use() {
        for (var key : oneOfEachPlace()) {
            assertThat(use(key, LATER, 1)).isFalse();
            assertThat(family(key).current()).isEqualTo(key.token());
        }
    }

    @Test
    default void a_session_that_ended_exchanges_nothing() {
        var key = samples().refreshToken(LATER);
        stores().sessions().revoke(key.session(), NOW, "signed out");

        assertThat(use(key, NOW, 1)).isFalse();
    }

    @Test
    default void a_session_counts_as_seen_with_its_first_tokens() {
        var key = samples().refreshToken(LATER);
        var at = NOW.plusSeconds(1);

        assertThat(use(key, at, 1)).isTrue();
        assertThat(stores().sessions().find(key.session()).orElseThrow().lastSeenAt())
                .isEqualTo(at);
    }

    @Test
    default void of_64_who_use_one_token_one_succeeds_and_what_it_got_is_kept() {
        for (var key : oneOfEachPlace()) {
            var outcomes = Race.run(i -> use(key, NOW, i));

            assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
            var family = family(key);
            assertThat(family.current()).isNotEqualTo(key.token());
            var used = family.used().getFirst();
            assertThat(used.token()).isEqualTo(key.token());
            assertThat(used.at()).isEqualTo(NOW);
            assertThat(used.sealedSuccessor()).containsExactly(outcomes.indexOf(true));
        }
    }

    /** The loser of a race asks for the winner's successor at once, so it must be there. */
    @Test
    default void whoever_loses_the_race_finds_the_winners_successor() {
        var key = samples().refreshToken(LATER);

        var successors =
                Race.run(i -> {
                    var won = use(key, NOW, i);
                    var kept = family(key).used().getFirst().sealedSuccessor()[0];
                    return won ? (byte) i : kept;
                });

        assertThat(successors).containsOnly(successors.getFirst());
    }

    @Test
    default void several_are_exchanged_at_once_and_those_that_were_used_before_are_not() {
        var keys = Stream.generate(this::oneOfEachPlace).limit(3).flatMap(List::stream).toList();
        var exchanges =
                IntStream.range(0, 6)
                        .mapToObj(i -> exchange(keys.get(i), i, successor(keys.get(i)), NOW))
                        .toList();
        use(keys.get(1), NOW, 9);
        use(keys.get(2), NOW, 9);

        var won = refreshTokens().exchange(exchanges, NOW);

        assertThat(won)
                .containsExactlyInAnyOrder(keys.get(0), keys.get(3), keys.get(4), keys.get(5));
        for (int i = 0; i < 6; i++) {
            var family = family(keys.get(i));
            var lost = i == 1 || i == 2;
            assertThat(family.current().equals(exchanges.get(i).successor())).isEqualTo(!lost);
            assertThat(family.used().getFirst().sealedSuccessor()).containsExactly(lost ? 9 : i);
        }
    }

    @Test
    default void of_several_those_that_are_known_are_opened() {
        var known = Stream.generate(this::oneOfEachPlace).limit(3).flatMap(List::stream).toList();
        var asked = new HashSet<>(known);
        asked.add(Samples.refreshToken(known.getFirst().session()));
        asked.add(Samples.refreshToken(Samples.sessionId()));

        var opened = refreshTokens().open(asked);

        assertThat(opened.keySet()).containsExactlyInAnyOrderElementsOf(known);
        opened.forEach((key, one) -> {
            assertThat(one.session().id()).isEqualTo(key.session());
            assertThat(one.family().current()).isEqualTo(key.token());
        });
        assertThat(refreshTokens().open(Set.of())).isEmpty();
    }

    @Test
    default void of_64_who_exchange_the_same_several_each_token_is_won_once() {
        var keys = Stream.generate(this::oneOfEachPlace).limit(4).flatMap(List::stream).toList();
        var exchanges = keys.stream().map(key -> exchange(key, 1, successor(key), NOW)).toList();

        var outcomes =
                Race.run(i -> {
                    var mine = new ArrayList<>(exchanges);
                    Collections.shuffle(mine, new Random(i));
                    return refreshTokens().exchange(mine, NOW);
                });

        List<Object> won =
                outcomes.stream().<Object>flatMap(outcome -> ((Set<?>) outcome).stream()).toList();
        assertThat(won).containsExactlyInAnyOrderElementsOf(keys);
    }

    /** All that one column has to hold, with successors of their real length. */
    @Test
    default void a_family_remembers_the_last_that_were_used() {
        var key = samples().refreshToken(LATER);
        var used =
                IntStream.range(0, RefreshFamily.REMEMBERED)
                        .mapToObj(i ->
                                new RefreshFamily.Used(hash(), NOW.plusMillis(i), new byte[132]))
                        .toList();

        refreshTokens()
                .exchange(
                        List.of(new RefreshTokens.Exchange(key, true, successor(key), LATER, used)),
                        NOW);

        assertThat(family(key).used())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(used);
    }

    @Test
    default void one_that_is_used_takes_the_room_that_was_kept_for_it() {
        var token = Secret.of(SecretKind.REFRESH_TOKEN, UUID.randomUUID());
        var sealed =
                new dev.latchkey.crypto.SuccessorSealAes()
                        .seal(token.text(), token.successor().text());

        var used = List.of(new RefreshFamily.Used(token.hash(), NOW, sealed));

        assertThat(UsedTokens.write(used)).hasSize(UsedTokens.ROOM);
        assertThat(UsedTokens.write(List.of())).hasSize(UsedTokens.ROOM);
    }
}
