package dev.latchkey.core.session;

import dev.latchkey.core.Together;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
    private record Shown(Secret token, Secret successor, byte[] sealed, boolean needsOrganization) {
        TokenHash hash() {
            return token.hash();
        }
    }

    private final RefreshTokens refreshTokens;
    private final RefreshRule rule;
    private final Grants grants;
    private final SuccessorSeal seal;
    private final Activity activity;
    private final Transactions transactions;
    private final Clock clock;
    private final Together<Shown, Outcome> together =
            new Together<>(TOGETHER, AT_ONCE, this::rotate);

    Rotation(
            RefreshTokens refreshTokens,
            RefreshRule rule,
            Grants grants,
            SuccessorSeal seal,
            Activity activity,
            Transactions transactions,
            Clock clock) {
        this.refreshTokens = refreshTokens;
        this.rule = rule;
        this.grants = grants;
        this.seal = seal;
        this.activity = activity;
        this.transactions = transactions;
        this.clock = clock;
    }

    Outcome of(Secret token, boolean needsOrganization) {
        var successor = Secret.random(SecretKind.REFRESH_TOKEN);
        var sealed = seal.seal(token.text(), successor.text());
        return together.ask(new Shown(token, successor, sealed, needsOrganization));
    }

    private List<Outcome> rotate(Supplier<List<Shown>> all) {
        return transactions.write(() -> rotate(all.get(), clock.instant()));
    }

    /** All in one transaction: on SQLite its connection has the pages at hand, a reader has not. */
    private List<Outcome> rotate(List<Shown> all, Instant now) {
        var opened = refreshTokens.open(all.stream().map(Shown::hash).collect(Collectors.toSet()));
        // Of those who show the same token in one go, one is first.
        Map<TokenHash, Shown> first = new HashMap<>();
        all.stream()
                .filter(shown -> isFresh(opened.get(shown.hash()), shown, now))
                .forEach(shown -> first.putIfAbsent(shown.hash(), shown));
        var won =
                refreshTokens.exchange(
                        first.values().stream()
                                .map(shown -> exchange(shown, opened.get(shown.hash()), now))
                                .toList(),
                        now);
        first.keySet().retainAll(won);
        return all.stream()
                .map(shown -> outcome(shown, opened.get(shown.hash()), first, now))
                .toList();
    }

    private boolean isFresh(RefreshTokens.@Nullable Opened found, Shown shown, Instant now) {
        return found != null
                && found.kept().usedAt() == null
                && rule.allows(found, shown.needsOrganization(), now);
    }

    private RefreshTokens.Exchange exchange(
            Shown shown, RefreshTokens.@Nullable Opened found, Instant now) {
        var session = Objects.requireNonNull(found).session();
        return new RefreshTokens.Exchange(
                shown.hash(),
                shown.sealed(),
                shown.successor().hash(),
                session.id(),
                grants.refreshExpiry(session, now));
    }

    private Outcome outcome(
            Shown shown,
            RefreshTokens.@Nullable Opened found,
            Map<TokenHash, Shown> winners,
            Instant now) {
        if (found == null || !rule.allows(found, shown.needsOrganization(), now)) {
            return new Outcome.Invalid();
        }
        if (!shown.equals(winners.get(shown.hash()))) {
            return new Outcome.Used();
        }
        activity.seen(found.session().id(), now);
        return new Outcome.Rotated(found, shown.successor());
    }
}
