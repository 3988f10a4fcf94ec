package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.session.RefreshTokens;
import dev.latchkey.core.token.TokenHash;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

interface RefreshTokensContract extends StoreContract {

    private RefreshTokens refreshTokens() {
        return stores().refreshTokens();
    }

    private boolean use(TokenHash token, Instant at, int successor) {
        return refreshTokens()
                .exchange(List.of(exchange(token, successor, hash())), at)
                .contains(token);
    }

    private RefreshTokens.Exchange exchange(TokenHash token, int sealed, TokenHash successor) {
        var session = refreshTokens().find(token).orElseThrow().session();
        return new RefreshTokens.Exchange(
                token, new byte[] {(byte) sealed}, successor, session, LATER);
    }

    @Test
    default void a_token_is_found_as_inserted() {
        var hash = hash();
        var session = samples().session().id();
        refreshTokens().insert(hash, session, NOW, LATER);

        assertThat(refreshTokens().find(hash))
                .contains(new RefreshTokens.Kept(session, NOW, LATER, null, null));
        assertThat(refreshTokens().find(hash())).isEmpty();
    }

    @Test
    default void an_expired_token_is_of_no_use() {
        var hash = hash();
        refreshTokens().insert(hash, samples().session().id(), NOW, LATER);

        assertThat(use(hash, LATER, 1)).isFalse();
    }

    @Test
    default void of_64_who_use_one_token_one_succeeds_and_its_successor_is_kept() {
        var hash = hash();
        refreshTokens().insert(hash, samples().session().id(), NOW, LATER);

        var outcomes = Race.run(i -> use(hash, NOW, i));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        var used = refreshTokens().find(hash).orElseThrow();
        assertThat(used.usedAt()).isEqualTo(NOW);
        assertThat(used.sealedSuccessor()).containsExactly(outcomes.indexOf(true));
    }

    /** The loser of a race asks for the winner's successor at once, so it must be there. */
    @Test
    default void whoever_loses_the_race_finds_the_winners_successor() {
        var hash = hash();
        refreshTokens().insert(hash, samples().session().id(), NOW, LATER);

        var successors =
                Race.run(i -> {
                    var won = use(hash, NOW, i);
                    var kept = refreshTokens().find(hash).orElseThrow().sealedSuccessor();
                    return won ? "" + (byte) i : Arrays.toString(kept).replaceAll("[\\[\\]]", "");
                });

        assertThat(successors).containsOnly(successors.getFirst());
    }

    @Test
    default void several_are_exchanged_at_once_and_those_that_were_used_before_are_not() {
        var tokens = Stream.generate(Samples::hash).limit(5).toList();
        tokens.forEach(
                token -> refreshTokens().insert(token, samples().session().id(), NOW, LATER));
        use(tokens.get(1), NOW, 9);
        use(tokens.get(3), NOW, 9);
        var successors = tokens.stream().map(_ -> hash()).toList();

        var won =
                refreshTokens()
                        .exchange(
                                IntStream.range(0, 5)
                                        .mapToObj(
                                                i -> exchange(tokens.get(i), i, successors.get(i)))
                                        .toList(),
                                NOW);

        assertThat(won)
                .containsExactlyInAnyOrder(tokens.getFirst(), tokens.get(2), tokens.getLast());
        assertThat(
                        IntStream.range(0, 5)
                                .filter(i -> refreshTokens().find(successors.get(i)).isPresent()))
                .containsExactly(0, 2, 4);
        assertThat(refreshTokens().find(tokens.get(3)).orElseThrow().sealedSuccessor())
                .containsExactly(9);
    }

    @Test
    default void of_several_those_that_are_known_are_opened() {
        var known = Stream.generate(Samples::hash).limit(3).toList();
        var session = samples().session();
        known.forEach(token -> refreshTokens().insert(token, session.id(), NOW, LATER));
        var asked = new HashSet<>(known);
        asked.add(hash());
        asked.add(hash());

        var opened = refreshTokens().open(asked);

        assertThat(opened.keySet()).containsExactlyInAnyOrderElementsOf(known);
        assertThat(opened.values()).allMatch(one -> one.session().id().equals(session.id()));
        assertThat(refreshTokens().open(Set.of())).isEmpty();
    }

    @Test
    default void of_64_who_exchange_the_same_several_each_token_is_won_once() {
        var tokens = Stream.generate(Samples::hash).limit(8).toList();
        tokens.forEach(
                token -> refreshTokens().insert(token, samples().session().id(), NOW, LATER));

        var outcomes =
                Race.run(i -> {
                    var mine = new ArrayList<>(tokens);
                    Collections.shuffle(mine, new Random(i));
                    return refreshTokens()
                            .exchange(
                                    mine.stream().map(one -> exchange(one, i, hash())).toList(),
                                    NOW);
                });

        List<Object> won =
                outcomes.stream().<Object>flatMap(outcome -> ((Set<?>) outcome).stream()).toList();
        assertThat(won).containsExactlyInAnyOrderElementsOf(tokens);
    }
}
