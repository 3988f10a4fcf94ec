package dev.latchkey.core.code;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.session.Lifetimes;
import dev.latchkey.core.session.SuccessorSeal;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A client exchanges a refresh token for its successor, by the same rule as our own APIs: one
 * statement decides the winner, who loses within the grace gets the same successor, and after that
 * a used token ends its grant (RFC 9700, section 4.14.2).
 */
public final class RefreshClientTokens {
    private final ClientGrants grants;
    private final ClientRefreshTokens refreshTokens;
    private final LiveGrant live;
    private final ClientTokenWriter writer;
    private final SuccessorSeal seal;
    private final Transactions transactions;
    private final EndGrant endGrant;
    private final Clock clock;
    private final Lifetimes lifetimes;

    public RefreshClientTokens(
            ClientGrants grants,
            ClientRefreshTokens refreshTokens,
            LiveGrant live,
            ClientTokenWriter writer,
            SuccessorSeal seal,
            Transactions transactions,
            EndGrant endGrant,
            Clock clock,
            Lifetimes lifetimes) {
        this.grants = grants;
        this.refreshTokens = refreshTokens;
        this.live = live;
        this.writer = writer;
        this.seal = seal;
        this.transactions = transactions;
        this.endGrant = endGrant;
        this.clock = clock;
        this.lifetimes = lifetimes;
    }

    /**
     * Refuses with RefreshTokenInvalid, also for another client's token, which that leaves as it
     * was; and with InvalidInput for a scope that was never granted.
     *
     * @param narrower the scopes that the new access token is to have, or null for all
     */
    public ClientTokens run(Client client, String text, @Nullable String narrower, Origin origin) {
        var token =
                Secret.parse(SecretKind.REFRESH_TOKEN, text)
                        .orElseThrow(RefreshClientTokens::invalid);
        var kept = refreshTokens.find(token.hash()).orElseThrow(RefreshClientTokens::invalid);
        var now = clock.instant();
        var good =
                grants.find(kept.grant())
                        .filter(grant -> grant.clientId().equals(client.id()))
                        .filter(_ -> client.mayUse(GrantType.REFRESH_TOKEN))
                        .filter(_ -> now.isBefore(kept.expiresAt()))
                        .flatMap(grant -> live.check(grant, now))
                        .orElseThrow(RefreshClientTokens::invalid);
        var scope = narrowed(good.grant().scope(), narrower);
        var successor =
                kept.usedAt() == null
                        ? rotate(token, good.grant(), now)
                        : replay(token, kept, good.grant(), now, origin);
        var grant = grants.find(good.grant().id()).orElseThrow(RefreshClientTokens::invalid);
        return writer.write(grant, client, good.user(), scope, successor);
    }

    /** RFC 6749, section 6: never more than was granted. */
    private static String narrowed(String granted, @Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return granted;
        }
        var all = List.of(granted.split(" "));
        var some = List.of(wanted.strip().split(" +"));
        if (!all.containsAll(some)) {
            throw new Refused(Refusal.InvalidInput.of("scope", "was not granted"));
        }
        return String.join(" ", all.stream().filter(some::contains).toList());
    }

    private Secret rotate(Secret token, ClientGrant grant, Instant now) {
        var successor = token.successor();
        var sealed = seal.seal(token.text(), successor.text());
        var end = now.plus(lifetimes.refresh());
        var won =
                transactions.write(() -> {
                    if (!refreshTokens.use(token.hash(), now, sealed)) {
                        return false;
                    }
                    refreshTokens.insert(successor.hash(), grant.id(), now, end);
                    grants.extend(grant.id(), end);
                    return true;
                });
        return won
                ? successor
                : successorOf(
                        token,
                        refreshTokens.find(token.hash()).orElseThrow(RefreshClientTokens::invalid));
    }

    private Secret replay(
            Secret token,
            ClientRefreshTokens.Kept kept,
            ClientGrant grant,
            Instant now,
            Origin origin) {
        var usedAt = kept.usedAt();
        if (usedAt != null && now.isAfter(usedAt.plus(lifetimes.reuseGrace()))) {
            endGrant.run(grant, AuditEvent.Kind.REFRESH_TOKEN_REUSED, origin);
            throw invalid();
        }
        return successorOf(token, kept);
    }

    private Secret successorOf(Secret token, ClientRefreshTokens.Kept kept) {
        var sealed = kept.sealedSuccessor();
        if (sealed == null) {
            throw invalid();
        }
        return seal.open(token.text(), sealed)
                .map(Secret::new)
                .orElseThrow(RefreshClientTokens::invalid);
    }

    private static Refused invalid() {
        return new Refused(new Refusal.RefreshTokenInvalid());
    }
}
