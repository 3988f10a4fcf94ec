package dev.latchkey.core.session;

import dev.latchkey.core.Together;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Uses refresh tokens up and gives their successors, all that come at the same time in one
 * transaction: most of what a refresh costs is the way to the disk and back.
 */
final class Rotation {
    private static final int TOGETHER = 64;

    /** While one waits for the disk, the next is made ready. */
    private static final int AT_ONCE = 2;

    /** What comes of a token. */
    sealed interface Outcome {
        record Rotated(RefreshTokens.Opened opened, Secret successor) implements Outcome {}

        /** Somebody has used it, perhaps just now. */
        record Used() implements Outcome {}

        record Invalid() implements Outcome {}
    }

    /** A token that somebody shows, with the successor that it gets if nobody was first. */
    private record Shown(
            RefreshKey key,
            Secret successor,
            TokenHash successorHash,
            byte[] sealed,
            boolean needsOrganization) {}

    /** What comes of it, unless somebody elsewhere is first. */
    private record Turn(Shown shown, Outcome outcome) {}

    private final RefreshTokens refreshTokens;
    private final RefreshRule rule;
    private final Grants grants;
    private final SuccessorSeal seal;
    private final Activity activity;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration grace;
    private final Together<Shown, Outcome> together =
            new Together<>(TOGETHER, AT_ONCE, this::rotate);

    Rotation(
            RefreshTokens refreshTokens,
            RefreshRule rule,
            Grants grants,
            SuccessorSeal seal,
            Activity activity,
            Transactions transactions,
            Clock clock,
            Duration grace) {
        this.refreshTokens = refreshTokens;
        this.rule = rule;
        this.grants = grants;
        this.seal = seal;
        this.activity = activity;
        this.transactions = transactions;
        this.clock = clock;
        this.grace = grace;
    }

    Outcome of(Secret token, boolean needsOrganization) {
        var successor = token.successor();
        var sealed = seal.seal(token.text(), successor.text());
        return together.ask(
                new Shown(
                        RefreshKey.of(token),
                        successor,
                        successor.hash(),
                        sealed,
                        needsOrganization));
    }

    private List<Outcome> rotate(Supplier<List<Shown>> all) {
        return transactions.write(() -> rotate(all.get(), clock.instant()));
    }

    /** All in one transaction: on SQLite its connection has the pages at hand, a reader has not. */
    private List<Outcome> rotate(List<Shown> all, Instant now) {
        var opened = refreshTokens.open(all.stream().map(Shown::key).collect(Collectors.toSet()));
        var taken = new HashSet<RefreshKey>();
        var turns =
                all.stream()
                        .map(shown ->
                                new Turn(shown, judge(shown, opened.get(shown.key()), taken, now)))
                        .toList();
        var won =
                refreshTokens.exchange(
                        turns.stream().flatMap(turn -> exchange(turn, now)).toList(), now);
        var outcomes = turns.stream().map(turn -> settle(turn, won)).toList();
        outcomes.forEach(outcome -> noteSession(outcome, now));
        return outcomes;
    }

    /**
     * @param taken who shows the same token in one go is second
     */
    private Outcome judge(
            Shown shown, RefreshTokens.@Nullable Opened found, Set<RefreshKey> taken, Instant now) {
        if (found == null || !rule.allows(found, shown.needsOrganization(), now)) {
            return new Outcome.Invalid();
        }
        return found.family().isCurrent(shown.key().token()) && taken.add(shown.key())
                ? new Outcome.Rotated(found, shown.successor())
                : new Outcome.Used();
    }

    private Stream<RefreshTokens.Exchange> exchange(Turn turn, Instant now) {
        if (!(turn.outcome() instanceof Outcome.Rotated rotated)) {
            return Stream.of();
        }
        var shown = turn.shown();
        var family = rotated.opened().family();
        var used = new RefreshFamily.Used(shown.key().token(), now, shown.sealed());
        return Stream.of(
                new RefreshTokens.Exchange(
                        shown.key(),
                        family.first(),
                        shown.successorHash(),
                        grants.refreshExpiry(rotated.opened().session(), now),
                        family.usedAfter(used, grace)));
    }

    private static Outcome settle(Turn turn, Set<RefreshKey> won) {
        return turn.outcome() instanceof Outcome.Rotated && !won.contains(turn.shown().key())
                ? new Outcome.Used()
                : turn.outcome();
    }

    /** A session's first family is kept with it: what was written of the one tells of the other. */
    private void noteSession(Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Rotated(var opened, _) && !opened.family().first()) {
            activity.seen(opened.session().id(), now);
        }
    }
}
